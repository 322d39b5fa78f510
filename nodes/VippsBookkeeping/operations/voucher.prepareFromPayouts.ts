import { errorsOf, readEach } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import {
	periodFields,
	readInZone,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';
import { clearingAccount, interimAccount } from '../accounts/accounts';
import { countryField, readCountry } from '../accounts/country';
import { payoutAccountFields, readPayoutAccounts } from '../accounts/payoutAccounts';
import { readVoucherOutput } from '../parameters/readVoucherParameters';
import { nothingPosted, voucherOutputField } from '../parameters/voucherOptions';
import { feeVouchersOf } from '../read/feeVouchersOf';
import { payoutVouchersOf } from '../read/payoutVouchersOf';
import { voucherLedgers } from '../read/voucherLedgers';
import { voucherOutputsOf } from '../read/voucherOutputs';

/** Vouchers of fees, payouts and whatever else moved the money. */
export const voucherPrepareFromPayouts: Operation = {
	resource: 'voucher',
	option: {
		name: 'Prepare Payout Voucher',
		value: 'prepareFromPayouts',
		action: 'Prepare payout voucher',
		description: 'Get a balanced voucher of each payout, with its fees',
	},
	subtitle: 'Payout Vouchers',
	outputs: ['Vouchers', 'Needs Review'],
	fields: [
		nothingPosted,
		...ledgersFields,
		...periodFields('lastMonth', 'Ledger date of the payout'),
		clearingAccount,
		interimAccount,
		countryField,
		...payoutAccountFields,
		voucherOutputField,
		optionsField(maxParallelOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex, 'lastMonth');
		const inZone = readInZone(this, itemIndex);
		const output = readVoucherOutput(this, itemIndex);
		const country = readCountry(this, itemIndex);
		const accounts = readPayoutAccounts(this, itemIndex);
		const ledgers = await voucherLedgers(this, run, choice, country);
		const results = await readEach(ledgers, run.limiter.maxConcurrency, async (ledger) => {
			if ('error' in ledger) return ledger;
			const dates = datesIn(ledger.timeZone);
			const zoned = inZone(ledger);
			const [payouts, fees] = await Promise.all([
				payoutVouchersOf(run, zoned, dates, accounts),
				accounts.feePosting === 'whenCharged' ? feeVouchersOf(run, zoned, dates, accounts) : [],
			]);
			return { ledgerId: ledger.ledgerId, vouchers: [...fees, ...payouts] };
		});
		const vouchers = results.flatMap((read) => ('vouchers' in read ? read.vouchers : []));
		return { outputs: voucherOutputsOf(vouchers, output), ...errorsOf(run, results) };
	},
};

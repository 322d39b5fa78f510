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
import { hintAtAccounts } from '../accounts/accountHints';
import {
	cardAccountOption,
	cashAccountFields,
	clearingAccount,
	interimAccount,
	roundingAccountOption,
} from '../accounts/accounts';
import { mappingFields } from '../accounts/mappingFields';
import { readSalesAccounts } from '../accounts/readSalesAccounts';
import { readVoucherParameters } from '../parameters/readVoucherParameters';
import {
	includeReferencesOption,
	missingVatOption,
	missingVatRateOption,
	nothingPosted,
	refundsOnOwnLinesOption,
	voucherOutputField,
	voucherPerOption,
	voucherTextOption,
} from '../parameters/voucherOptions';
import { salesVouchers } from '../read/salesVouchers';
import { voucherLedgers } from '../read/voucherLedgers';
import { voucherOutputsOf } from '../read/voucherOutputs';

/** Vouchers of what was sold, with VAT by account. */
export const voucherPrepareFromSales: Operation = {
	resource: 'voucher',
	option: {
		name: 'Prepare Sales Voucher',
		value: 'prepareFromSales',
		action: 'Prepare sales voucher',
		description: 'Get a balanced voucher of each day of sales, with VAT by account',
	},
	subtitle: 'Sales Vouchers',
	outputs: ['Vouchers', 'Needs Review'],
	fields: [
		nothingPosted,
		...ledgersFields,
		...periodFields('yesterday', 'Sales day'),
		clearingAccount,
		interimAccount,
		...cashAccountFields,
		...mappingFields,
		voucherOutputField,
		optionsField(
			cardAccountOption,
			includeReferencesOption,
			maxParallelOption,
			missingVatOption,
			missingVatRateOption,
			refundsOnOwnLinesOption,
			roundingAccountOption,
			timeZoneOption,
			voucherPerOption,
			voucherTextOption,
		),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex);
		const inZone = readInZone(this, itemIndex);
		const wanted = readVoucherParameters(this, itemIndex);
		const accounts = readSalesAccounts(this, itemIndex);
		hintAtAccounts(run.hints, accounts);
		const ledgers = await voucherLedgers(this, run, choice, accounts.country);
		const results = await readEach(ledgers, run.limiter.maxConcurrency, async (ledger) => {
			if ('error' in ledger) return ledger;
			const dates = datesIn(ledger.timeZone);
			const vouchers = await salesVouchers(this, run, inZone(ledger), dates, {
				...wanted,
				accounts,
			});
			return { ledgerId: ledger.ledgerId, vouchers };
		});
		const vouchers = results.flatMap((read) => ('vouchers' in read ? read.vouchers : []));
		return { outputs: voucherOutputsOf(vouchers, wanted.output), ...errorsOf(run, results) };
	},
};

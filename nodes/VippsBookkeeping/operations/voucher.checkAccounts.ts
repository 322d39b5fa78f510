import type { IDataObject } from 'n8n-workflow';

import { daysAfter, ledgerDatesBetween, todayIn } from '../../../accounting/ledgerDates';
import { createSalesBook } from '../../../accounting/salesBook/salesBook';
import { rateRulesOf } from '../../../accounting/salesVoucher/accounts';
import {
	createAccountCheck,
	type AccountCheck,
	type AccountMapping,
} from '../../../accounting/salesVoucher/accountCheck';
import type { Country } from '../../../accounting/vat/rates';
import type { Run } from '../../../vipps/run';
import type { GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import { errorsOf, readEach } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { readInZone, timeZoneOption } from '../../shared/parameters/period';
import { hintAtAccounts } from '../accounts/accountHints';
import { lookBackDaysField, readLookBackDays } from '../parameters/lookBackDays';
import { mappingFields } from '../accounts/mappingFields';
import { readMapping } from '../accounts/readSalesAccounts';
import { readSales } from '../read/readSales';
import { voucherLedgers } from '../read/voucherLedgers';

/** Whether everything that was sold lately has an account. */
export const voucherCheckAccounts: Operation = {
	resource: 'voucher',
	option: {
		name: 'Check Accounts',
		value: 'checkAccounts',
		action: 'Check accounts',
		description: 'Find out which sales of the last days have an account, and which have none',
	},
	subtitle: 'Check of Accounts',
	outputs: ['Covered', 'Missing'],
	fields: [
		...ledgersFields,
		lookBackDaysField,
		...mappingFields,
		optionsField(maxParallelOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const days = readLookBackDays(this, itemIndex);
		const inZone = readInZone(this, itemIndex);
		const mapping = readMapping(this, itemIndex);
		hintAtAccounts(run.hints, mapping);
		const ledgers = await voucherLedgers(this, run, choice, mapping.country);
		const results = await readEach(ledgers, run.limiter.maxConcurrency, async (ledger) =>
			'error' in ledger ? ledger : await check(run, inZone(ledger), days, mapping),
		);
		const checks = results.flatMap((read) => ('covered' in read ? read : []));
		const covered = checks.flatMap((each): IDataObject[] => each.covered);
		const missing = checks.flatMap((each): IDataObject[] => each.missing);
		return { outputs: [covered, missing], ...errorsOf(run, results) };
	},
};

/** The sales of the days before today, by account. */
async function check(
	run: Run,
	{ ledgerId, currency, timeZone, unit }: GrantedLedger,
	days: number,
	mapping: AccountMapping & { country: Country },
) {
	const today = todayIn(timeZone);
	const dates = ledgerDatesBetween(daysAfter(today, -days), daysAfter(today, -1));
	const book = createSalesBook<AccountCheck>({
		...{ ledgerId, currency },
		rules: rateRulesOf(mapping),
		ignoresVat: mapping.vatPosting === 'none',
		createSink: (each) => createAccountCheck(each, mapping),
	});
	await readSales(run, ledgerId, dates, book);
	const onLedger = (item: IDataObject) => ({ ledgerId, ...item, unit });
	const checks = book.sinks();
	return {
		ledgerId,
		covered: checks.flatMap((each) => each.covered().map(onLedger)),
		missing: checks.flatMap((each) => each.missing().map(onLedger)),
	};
}

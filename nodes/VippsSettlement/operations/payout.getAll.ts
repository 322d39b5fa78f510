import type { IDataObject } from 'n8n-workflow';

import type { Run } from '../../../vipps/run';
import { inWaves } from '../../shared/ledgers/inWaves';
import { errorsOf, type LedgerResult } from '../../shared/ledgers/readEach';
import type { Operation } from '../../shared/operations/operation';
import { ledgersFields, readLedgers, type WantedLedger } from '../../shared/parameters/ledgers';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { hintAtLimit, paginationFields, readPagination } from '../../shared/parameters/pagination';
import {
	periodFields,
	readInZone,
	readPeriod,
	timeZoneOption,
} from '../../shared/parameters/period';
import { withAccess } from '../../shared/settlement/access';
import { payoutItem } from '../../shared/settlement/payoutItem';
import { payoutOutputField } from '../../shared/settlement/payoutOutput';
import { readFees } from '../../shared/settlement/readFees';
import { readPayouts, type Payout } from '../../shared/settlement/readPayouts';
import {
	includeOpenOption,
	includeTransactionsOption,
	readPayoutParameters,
} from './payoutParameters';
import { hintAtPayouts } from './payoutHints';

/** The payouts of one ledger, as items. */
interface LedgerPayouts extends LedgerResult {
	payouts: Payout[];
	items: IDataObject[];
	count: number;
	hasEntries: boolean;
}

/** The payouts of ledgers whose ledger date lies in a period: what is in a line of the bank statement. */
export const payoutGetAll: Operation = {
	resource: 'payout',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many payouts',
		description: 'Get payouts with their sales, refunds and fees, as they appear at the bank',
	},
	subtitle: 'Payouts',
	fields: [
		...ledgersFields,
		...periodFields('lastMonth', 'Ledger date of the payout'),
		...paginationFields,
		payoutOutputField,
		optionsField(includeOpenOption, includeTransactionsOption, maxParallelOption, timeZoneOption),
	],
	async run(itemIndex, run) {
		const choice = readLedgers(this, itemIndex);
		const datesIn = readPeriod(this, itemIndex, 'lastMonth');
		const inZone = readInZone(this, itemIndex);
		const { limit } = readPagination(this, itemIndex);
		const wanted = readPayoutParameters(this, itemIndex);
		const ledgers = (await choice.list(run)).map(inZone);
		const readLedger = async (ledger: WantedLedger) =>
			await payoutsOf(run, ledger, datesIn(ledger.timeZone), wanted);
		const reads = await inWaves(ledgers, limit, run.limiter.maxConcurrency, readLedger);
		const items = reads.flatMap((read) => read.items).slice(0, limit);
		const count = reads.reduce((total, read) => total + read.count, 0);
		hintAtLimit(run.hints, { limit }, { count, hasMore: reads.length < ledgers.length });
		const payouts = reads.flatMap((read) => read.payouts).slice(0, limit);
		hintAtPayouts(
			run.hints,
			payouts.map(({ group }) => group),
			items,
		);
		const results = await withAccess(run, reads, (read) => read.hasEntries);
		return { outputs: [items], ...errorsOf(run, results) };
	},
};

/** One ledger that fails does not stop the others. */
async function payoutsOf(
	run: Run,
	ledger: WantedLedger,
	ledgerDates: string[],
	{ output, includesTransactions, includesOpen }: ReturnType<typeof readPayoutParameters>,
): Promise<LedgerPayouts> {
	const { ledgerId } = ledger;
	try {
		const options = { keepsEntries: includesTransactions, includesOpen };
		const { payouts, hasEntries } = await readPayouts(run, ledger, ledgerDates, options);
		const groups = payouts.map(({ group }) => group);
		const fees = includesTransactions ? await readFees(run, ledger, groups) : [];
		const items = await Promise.all(
			payouts.map(async (payout, index) => {
				return await payoutItem(run, ledgerId, payout, output, fees[index]);
			}),
		);
		return { ledgerId, payouts, items, count: items.length, hasEntries };
	} catch (error) {
		return { ledgerId, error, payouts: [], items: [], count: 0, hasEntries: false };
	}
}

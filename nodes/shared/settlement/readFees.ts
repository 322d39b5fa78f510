import { ledgerDatesBetween } from '../../../accounting/ledgerDates';
import {
	feesByRetention,
	isRetention,
	type RetainedFees,
} from '../../../accounting/settlement/feesOfPayout';
import { isFirstPayout, type Movement } from '../../../accounting/settlement/movement';
import type { PayoutGroup } from '../../../accounting/settlement/payouts';
import type { Run } from '../../../vipps/run';
import type { WantedLedger } from '../parameters/ledgers';
import { ledgerReader } from './ledgerReader';
import { readMovements } from './readGroups';

/**
 * The fees that were kept back from payouts, by payout: the fees ledger is read over their dates, and back to the retention before them, unless
 * the first payout of the ledger is among them. There is no call if nothing was kept back.
 *
 * @param groups of one ledger, in order
 */
export async function readFees(
	run: Run,
	ledger: WantedLedger,
	groups: PayoutGroup[],
): Promise<RetainedFees[]> {
	const from = groups[0]?.ledgerDates[0];
	const to = groups.flatMap(({ retentions }) => retentions).at(-1)?.ledgerDate;
	if (from === undefined || to === undefined) return groups.map(() => NONE);
	const reader = ledgerReader(
		run,
		ledger,
		'fees',
		async (wanted) => await readMovements(run, wanted),
	);
	const within = (await reader.dates(ledgerDatesBetween(from, to))).flat();
	const payout = groups[0]?.payout;
	const isFirst = payout !== undefined && isFirstPayout(payout);
	const { reads: before } = await reader.back(from, (latestFirst) => {
		if (latestFirst.at(-1)?.some(isRetention)) return true;
		const [earliest = within[0]] = latestFirst.findLast((fees) => fees.length > 0) ?? [];
		return isFirst && earliest?.balanceBefore === 0;
	});
	const feesOf = feesByRetention([...behindRetention(before.flat()), ...within]);
	return groups.map(({ retentions }) => feesOf(retentions));
}

const NONE: RetainedFees = { fees: [], finding: null };

/** What comes behind the last retention. */
const behindRetention = (fees: Movement[]): Movement[] =>
	fees.slice(fees.findLastIndex(isRetention) + 1);

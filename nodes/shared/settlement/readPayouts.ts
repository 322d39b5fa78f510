import { daysAfter, ledgerDatesBetween } from '../../../accounting/ledgerDates';
import { joinGroups } from '../../../accounting/settlement/joinGroups';
import { isFirstPayout, type Movement } from '../../../accounting/settlement/movement';
import type { PayoutGroup } from '../../../accounting/settlement/payouts';
import { matchReturns } from '../../../accounting/settlement/returns';
import type { Run } from '../../../vipps/run';
import type { WantedLedger } from '../parameters/ledgers';
import { fundsReader } from './fundsReader';
import type { LedgerReader } from './ledgerReader';
import { LONGEST_OPEN_DAYS } from './readDate';
import type { GroupsOfDate, Kept } from './readGroups';

/** A payout, or what is not paid out yet. */
export interface Payout {
	group: PayoutGroup;
	/** The movement that put the money back. */
	returned?: Movement;
}

/** What was read of a ledger. */
export interface PayoutsRead {
	payouts: Payout[];
	/** Whether there is anything on the dates that were read. */
	hasEntries: boolean;
}

/** What is wanted of a ledger. */
export interface PayoutOptions extends Kept {
	/** Whether what is not paid out today is wanted too. */
	includesOpen?: boolean;
}

/** A payout comes back within so many days. */
export const RETURN_DAYS = 7;

/**
 * The payouts of a ledger whose ledger date is one of these, in order, and last what is not paid out yet. The first one may have begun
 * before these dates, so it is read back until the payout before it. Later dates are read for payouts that came back.
 *
 * @param ledgerDates consecutive
 */
export async function readPayouts(
	run: Run,
	ledger: WantedLedger,
	ledgerDates: string[],
	{ includesOpen = false, ...kept }: PayoutOptions,
): Promise<PayoutsRead> {
	const reader = fundsReader(run, ledger, kept);
	const dates = ledgerDates.filter((date) => date <= reader.today);
	const [from, to] = [dates[0], dates.at(-1)];
	if (from === undefined || to === undefined) return { payouts: [], hasEntries: false };
	const within = groupsIn(await reader.dates(dates));
	if (!includesOpen && within.every(({ payout }) => !payout)) {
		return { payouts: [], hasEntries: within.length > 0 };
	}

	const lookedUntil = includesOpen
		? reader.today
		: earlier(daysAfter(to, RETURN_DAYS), reader.today);
	const [before, after] = await Promise.all([
		readBack(reader, from, within),
		reader.dates(ledgerDatesBetween(daysAfter(to, 1), lookedUntil)),
	]);
	const groups = joinGroups([...groupsIn(before.reads), ...within, ...groupsIn(after)]);
	const returns = matchReturns(groups);
	const wanted = groups.filter(({ payout }) =>
		payout ? isBetween(payout.ledgerDate, from, to) : includesOpen,
	);
	const [first] = wanted;
	if (first && first === groups[0] && !before.isComplete) noteBeginning(run, ledger, first);
	const payouts = wanted.map((group) => ({
		group,
		returned: group.payout && returns.get(group.payout),
	}));
	return { payouts, hasEntries: groups.length > 0 };
}

const groupsIn = (dates: GroupsOfDate[]): PayoutGroup[] => dates.flatMap(({ groups }) => groups);

const earlier = (one: string, other: string): string => (one < other ? one : other);

const isBetween = (date: string, from: string, to: string): boolean => from <= date && date <= to;

/** The dates before a date, back to one with a payout. */
async function readBack(
	reader: LedgerReader<GroupsOfDate>,
	from: string,
	within: PayoutGroup[],
): ReturnType<typeof reader.back> {
	const payout = within.find((group) => group.payout)?.payout;
	const isFirst = payout !== undefined && isFirstPayout(payout);
	return await reader.back(from, (latestFirst) => {
		const last = latestFirst.at(-1)?.groups ?? [];
		if (last.some((group) => group.payout)) return true;
		const earliest = latestFirst.findLast(({ groups }) => groups.length > 0)?.groups ?? within;
		return isFirst && earliest[0]?.opening === 0;
	});
}

/** Tells that a payout may have begun earlier: the one before was not found. */
function noteBeginning(run: Run, { ledgerId }: WantedLedger, first: PayoutGroup): void {
	if (first.opening === 0) run.hints.count('info', ledgerId, noPayoutBefore);
	else first.finding ??= beginsUnknown(first);
}

const noPayoutBefore = (ledgers: string, count: number) =>
	`No earlier payout was found within ${LONGEST_OPEN_DAYS} days for ${count === 1 ? 'ledger' : `${count} ledgers:`} ${ledgers}. The first payout starts at the first entry that was found.`;

const beginsUnknown = ({ ledgerDates }: PayoutGroup): string =>
	`The payout before was not found, and the balance on ${ledgerDates[0]} does not begin at 0`;

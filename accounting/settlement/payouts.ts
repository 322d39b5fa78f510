import type { ReportEntry } from '../../vipps/api/reportEntry';
import { createChain } from './chain';
import type { Movement } from './movement';
import { addToMonth, type MonthOfGroup } from './months';
import { addTo, noTotals, type Totals } from './totals';

/** What one payout pays out; without a payout, what is not paid out yet. Amounts in minor units. */
export interface PayoutGroup {
	/** The movement that schedules the payout, the last of the group. */
	payout?: Movement;
	first: Movement;
	currency: string | null;
	/** The balance before the first movement; null if Vipps sent none. */
	opening: number | null;
	/** The balance after the last one. */
	closing: number | null;
	totals: Totals;
	/** The same by calendar month, in order: books are closed by month. */
	months: MonthOfGroup[];
	/** The dates with movements, in order. */
	ledgerDates: string[];
	/** Where the movements' money came in: numbers to pay to. */
	handles: Set<string>;
	/** The movements that keep fees back. */
	retentions: Movement[];
	/** The movements that put earlier payouts back. */
	returns: Movement[];
	/** Every entry, if they are kept. */
	entries: ReportEntry[];
	/** Why the group is not to be trusted, in words; null if everything adds up. */
	finding: string | null;
}

/** Groups the movements of a ledger into payouts, as they come. */
export interface PayoutGrouping {
	/**
	 * Adds the next movement of the ledger: by ledger date, within a date as served. That is not the order of the feed, in which a shop that
	 * is open at night has sales of the next date before the payout of this one.
	 *
	 * @returns the group that it completes
	 */
	add(movement: Movement): PayoutGroup | undefined;
	/** What is not paid out yet, if there is anything. */
	rest(): PayoutGroup | undefined;
}

/** The groups of movements that are all there. */
export function groupsOf(movements: Movement[], options?: GroupingOptions): PayoutGroup[] {
	const grouping = groupPayouts(options);
	const groups = movements.flatMap((movement) => grouping.add(movement) ?? []);
	return [...groups, ...[grouping.rest() ?? []].flat()];
}

/** What is known before the first movement. */
export interface GroupingOptions {
	/** The balance behind the payout before; null if it was not read. */
	before?: number | null;
	/** Whether the groups keep their entries, so that memory grows with them. */
	keepsEntries?: boolean;
	/** Whether the months keep a hash of their entries, which takes some microseconds for each. */
	keepsHash?: boolean;
}

/** Starts to group movements, behind an earlier payout. A group ends with its payout. */
export function groupPayouts({
	before = null,
	keepsEntries = false,
	keepsHash = false,
}: GroupingOptions = {}): PayoutGrouping {
	const chain = createChain(before);
	let group: PayoutGroup | undefined;
	return {
		add(movement) {
			const { entry, kind, ledgerDate, doubt } = movement;
			const known = chain.balance;
			const broken = chain.add(movement);
			group ??= newGroup(movement, known);
			group.finding ??= doubt ?? broken ?? inOtherCurrency(group, entry);
			group.closing = movement.balanceAfter;
			addTo(group.totals, movement);
			addToMonth(group.months, movement, keepsHash);
			if (group.ledgerDates.at(-1) !== ledgerDate) group.ledgerDates.push(ledgerDate);
			if (entry.recipientHandle) group.handles.add(entry.recipientHandle);
			if (kind === 'fees') group.retentions.push(movement);
			if (kind === 'returned') group.returns.push(movement);
			if (keepsEntries) group.entries.push(entry);
			if (kind !== 'payout') return undefined;
			const completed = { ...group, payout: movement };
			group = undefined;
			return completed;
		},
		rest: () => group,
	};
}

const newGroup = (first: Movement, known: number | null): PayoutGroup => ({
	first,
	currency: first.entry.currency ?? null,
	opening: first.balanceBefore ?? known,
	closing: null,
	totals: noTotals(),
	months: [],
	ledgerDates: [],
	handles: new Set(),
	retentions: [],
	returns: [],
	entries: [],
	finding: null,
});

const inOtherCurrency = ({ currency }: PayoutGroup, entry: ReportEntry): string | null =>
	twoCurrencies(currency, entry.currency ?? null);

/** The finding that amounts can't be added up; null if their currency is the same. */
export const twoCurrencies = (one: string | null, other: string | null): string | null =>
	one === other ? null : `There are amounts in ${one} and in ${other}`;

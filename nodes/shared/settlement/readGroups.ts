import { movementOn, type Movement } from '../../../accounting/settlement/movement';
import {
	groupPayouts,
	type GroupingOptions,
	type PayoutGroup,
} from '../../../accounting/settlement/payouts';
import type { Run } from '../../../vipps/run';
import { readDate, type WantedDate } from './readDate';

/** The movements of a date, grouped by its payouts; the last group may go on on another date. */
export interface GroupsOfDate {
	ledgerDate: string;
	groups: PayoutGroup[];
	isFinal: boolean;
}

/** What groups keep of their entries. */
export type Kept = Pick<GroupingOptions, 'keepsEntries' | 'keepsHash'>;

/** Reads a date of funds. Memory does not grow with its entries, unless they are kept. */
export async function readGroups(
	run: Run,
	wanted: WantedDate,
	kept: Kept = {},
): Promise<GroupsOfDate> {
	const grouping = groupPayouts(kept);
	const { items, isFinal } = await readDate(run, wanted, (entries) =>
		entries.flatMap((entry) => grouping.add(movementOn(wanted.ledgerDate, entry)) ?? []),
	);
	const rest = grouping.rest();
	const groups = rest ? [...items, rest] : items;
	return { ledgerDate: wanted.ledgerDate, groups, isFinal };
}

/** Reads a date with each of its movements. */
export async function readMovements(run: Run, wanted: WantedDate): Promise<Movement[]> {
	const { items } = await readDate(run, wanted, (entries) =>
		entries.map((entry) => movementOn(wanted.ledgerDate, entry)),
	);
	return items;
}

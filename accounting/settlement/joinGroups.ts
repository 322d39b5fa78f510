import { createChain } from './chain';
import { joinMonths } from './months';
import { twoCurrencies, type PayoutGroup } from './payouts';
import { addTotals } from './totals';

/**
 * Joins the groups of consecutive dates, which were read apart: one that is not paid out goes on in the next. Balances have to go on from one
 * to the next, too.
 *
 * @param groups in the order of their dates; of each date in its order
 * @returns the payouts in order, and last what is not paid out yet, if there is anything
 */
export function joinGroups(groups: PayoutGroup[]): PayoutGroup[] {
	const joined: PayoutGroup[] = [];
	for (const group of groups) {
		const before = joined.at(-1);
		const checked = before ? goingOn(before, group) : group;
		if (before && !before.payout) joined[joined.length - 1] = join(before, checked);
		else joined.push(checked);
	}
	return joined;
}

/** The group, opened where the one before it ended if Vipps sent no balance, with a finding if its first movement does not go on there. */
function goingOn(before: PayoutGroup, group: PayoutGroup): PayoutGroup {
	const broken = createChain(before.closing).add(group.first);
	const opening = group.opening ?? before.closing;
	return { ...group, opening, finding: group.finding ?? broken };
}

/** One group of two that belong together. Its lists grow in place, so that many dates take no longer than their sum. */
function join(group: PayoutGroup, next: PayoutGroup): PayoutGroup {
	for (const date of next.ledgerDates) {
		if (group.ledgerDates.at(-1) !== date) group.ledgerDates.push(date);
	}
	for (const handle of next.handles) group.handles.add(handle);
	for (const list of ['retentions', 'returns'] as const) group[list].push(...next[list]);
	for (const entry of next.entries) group.entries.push(entry);
	addTotals(group.totals, next.totals);
	joinMonths(group.months, next.months);
	return {
		...group,
		payout: next.payout,
		closing: next.closing,
		finding: group.finding ?? next.finding ?? twoCurrencies(group.currency, next.currency),
	};
}

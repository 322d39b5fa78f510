import type { ReportEntry, Sandbox } from '../../sandbox/index.ts';
import { formatAmount } from '../table.cts';
import { amounts, texts, type Payout } from './payouts.cts';

/** Longer than any payout goes back. */
const MOST_DATES = 400;

/**
 * The latest payout of each ledger in the sandbox, not read through its API. A ledger without any has none.
 *
 * @param dates consecutive, the earliest first
 */
export const latestPayouts = (sandbox: Sandbox, dates: readonly string[]): Payout[] =>
	sandbox.ledgers().flatMap(({ ledgerId, currency }) => {
		const on = (date: string) => sandbox.movementsOfDate(ledgerId, 'funds', date);
		const ledgerDate = dates.findLast((date) => on(date).some(isPayout));
		if (ledgerDate === undefined) return [];
		const entries = entriesOfPayout(on, ledgerDate);
		const sumOf = (type: string) =>
			entries
				.filter(({ entryType }) => entryType === type)
				.reduce((sum, { amount }) => sum + amount, 0);
		const entry = entries.find(isPayout);
		return {
			ledgerId,
			payoutNumber: String(entry?.pspReference).split('-').at(-1) ?? '',
			ledgerDate,
			sales: sumOf('capture'),
			refunds: sumOf('refund'),
			fees: sumOf('fees-retained'),
			payout: 0 - sumOf('payout-scheduled'),
			currency,
			bankText: entry?.reference ?? null,
		};
	});

/** What is behind the payout before, up to the one of this date. */
function entriesOfPayout(on: (date: string) => ReportEntry[], ledgerDate: string): ReportEntry[] {
	const entries = [...on(ledgerDate)];
	for (let days = 1; days < MOST_DATES; days++) {
		const before = on(daysBefore(ledgerDate, days));
		const last = before.findLastIndex(isPayout);
		entries.unshift(...before.slice(last + 1));
		if (last >= 0) break;
	}
	return entries;
}

const isPayout = ({ entryType }: ReportEntry): boolean => entryType === 'payout-scheduled';

const daysBefore = (date: string, days: number): string =>
	new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);

/** A sentence for each figure that differs, and for each ledger that is missing or has too much. Empty if all agree. */
export function payoutDifferences(truths: readonly Payout[], shown: readonly Payout[]): string[] {
	const unknown = shown.filter(
		({ ledgerId }) => !truths.some((truth) => truth.ledgerId === ledgerId),
	);
	return [
		...unknown.map(({ ledgerId }) => `Ledger ${ledgerId} has no payout in the sandbox.`),
		...truths.flatMap((truth) => differencesOf(truth, shown)),
	];
}

function differencesOf(truth: Payout, shown: readonly Payout[]): string[] {
	const { ledgerId } = truth;
	const own = shown.filter((payout) => payout.ledgerId === ledgerId);
	const [payout] = own;
	if (!payout) return [`The payout of ledger ${ledgerId} is missing.`];
	if (own.length > 1) return [`Ledger ${ledgerId} has ${own.length} payouts.`];
	const sentence = (field: string, got: string, held: string) =>
		`Ledger ${ledgerId}, ${field}: ${got}, but the sandbox holds ${held}.`;
	return [
		...texts
			.filter((field) => payout[field] !== truth[field])
			.map((field) => sentence(field, String(payout[field]), String(truth[field]))),
		...amounts
			.filter((field) => payout[field] !== truth[field])
			.map((field) => sentence(field, formatAmount(payout[field]), formatAmount(truth[field]))),
	];
}

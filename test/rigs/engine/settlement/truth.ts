import type { ReportEntry, Sandbox, Topic } from '../../../../sandbox/index';

/** A payout as it follows from what the sandbox holds, in minor units. */
export interface TruePayout {
	/** All that it pays out, in order; the payout is the last. */
	entries: ReportEntry[];
	payoutNumber: string;
	ledgerDate: string;
	payout: number;
	opening: number;
	closing: number;
	ledgerDates: string[];
}

const FIRST_DATE = '2022-09-30';

/** Every date from one to another. */
export function datesFrom(first: string, last: string): string[] {
	const dates: string[] = [];
	for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
		dates.push(new Date(at).toISOString().slice(0, 10));
	}
	return dates;
}

/** The entries of a list, date by date, up to the sandbox's clock. */
export function entriesByDate(sandbox: Sandbox, ledgerId: string, topic: Topic): ReportEntry[] {
	const held = sandbox.movements(ledgerId, topic).map(({ ledgerDate }) => ledgerDate);
	const last = held.reduce((latest, date) => (date > latest ? date : latest), FIRST_DATE);
	const first = held.reduce((earliest, date) => (date < earliest ? date : earliest), last);
	const entries = datesFrom(first, last).flatMap((date) =>
		sandbox.movementsOfDate(ledgerId, topic, date),
	);
	// As it is once it has been through JSON.
	return JSON.parse(JSON.stringify(entries)) as ReportEntry[];
}

/** All payouts of a ledger so far, and last what is not paid out yet. */
export function truthOf(sandbox: Sandbox, ledgerId: string) {
	const payouts: TruePayout[] = [];
	let entries: ReportEntry[] = [];
	for (const entry of entriesByDate(sandbox, ledgerId, 'funds')) {
		entries.push(entry);
		if (entry.entryType !== 'payout-scheduled') continue;
		payouts.push({
			entries,
			payoutNumber: String(entry.pspReference).split('-').at(-1) ?? '',
			ledgerDate: entry.ledgerDate,
			payout: 0 - entry.amount,
			opening: entries[0]?.balanceBefore ?? NaN,
			closing: entry.balanceAfter,
			ledgerDates: [...new Set(entries.map(({ ledgerDate }) => ledgerDate))],
		});
		entries = [];
	}
	return { payouts, open: entries };
}

/** The sum of entries of these types. */
export const amountOf = (entries: ReportEntry[], ...types: string[]): number =>
	entries
		.filter(({ entryType }) => types.includes(entryType))
		.reduce((total, { amount }) => total + amount, 0);

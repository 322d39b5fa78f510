import fc from 'fast-check';

import type { ReportEntry } from '../../../../vipps/api/reportEntry';

/** Funds and fees of a ledger, from its first entry on. */
export interface Books {
	funds: ReportEntry[];
	fees: ReportEntry[];
}

/** What happens on a date. */
const date = fc.record({
	moved: fc.array(
		fc.record({
			entryType: fc.constantFrom('capture', 'capture', 'refund', 'top-up', 'correction', 'new'),
			amount: fc.integer({ min: -90_000, max: 90_000 }).filter((amount) => amount !== 0),
			fee: fc.nat(900),
		}),
		{ maxLength: 7 },
	),
	keepsFees: fc.boolean(),
	isPaidOut: fc.boolean(),
	reserve: fc.nat(500),
});

export const FIRST_DATE = '2026-06-01';
export const MOST_DATES = 8;

/** Books of a ledger, whatever happens on its dates. */
export const anyBooks = fc
	.array(date, { minLength: 1, maxLength: MOST_DATES })
	.map((dates): Books => {
		const books: Books = { funds: [], fees: [] };
		const balances = { funds: 0, fees: 0 };
		let payouts = 0;
		for (const [day, { moved, keepsFees, isPaidOut, reserve }] of dates.entries()) {
			const ledgerDate = new Date(Date.parse(FIRST_DATE) + day * 86_400_000)
				.toISOString()
				.slice(0, 10);
			const add = (list: keyof Books, entryType: string, amount: number, more = {}) => {
				const balanceBefore = balances[list];
				balances[list] += amount;
				const number = books.funds.length + books.fees.length;
				books[list].push({
					...{ pspReference: `psp-x${number}`, reference: `order ${number}`, entryType },
					...{ time: `${ledgerDate}T10:00:00Z`, ledgerDate, currency: 'NOK', amount },
					...{ balanceBefore, balanceAfter: balances[list], recipientHandle: 'NO:1', ...more },
				});
			};
			for (const { entryType, amount, fee } of moved) {
				add('funds', entryType, amount);
				if (fee > 0) add('fees', 'capture-fee', -fee);
			}
			const kept = balances.fees;
			if (keepsFees && kept !== 0) {
				add('funds', 'fees-retained', kept);
				add('fees', 'fees-retained', -kept);
			}
			const paid = balances.funds - reserve;
			if (isPaidOut && paid > 0) {
				const pspReference = `700700-${2_000_001 + payouts++}`;
				add('funds', 'payout-scheduled', -paid, { pspReference });
			}
		}
		return books;
	});

/** The server's pages, and which calls it fails first. */
export const anyPages = fc.record({
	pageSize: fc.integer({ min: 1, max: 9 }),
	hasEmptyPages: fc.boolean(),
	failing: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
});

/** What may go wrong with an entry. */
export const changes = {
	removed: (all: ReportEntry[], at: number) => all.toSpliced(at, 1),
	doubled: (all: ReportEntry[], at: number) => all.toSpliced(at, 0, all[at] as ReportEntry),
	altered: (all: ReportEntry[], at: number) =>
		all.with(at, { ...all[at], amount: (all[at]?.amount ?? 0) + 1 }),
};

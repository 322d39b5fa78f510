import type { ReportEntry } from '../../../../sandbox/index';

/** The values of Output for transactions and fees. */
export type MoneyOutputName = 'entries' | 'rows';

type Item = Record<string, unknown>;

/**
 * The items that an Output should make of entries of funds or fees, read from the node's documentation, as in `expectedItems`.
 *
 * @param isFinal left out for a feed
 */
export function expectedMoney(
	output: MoneyOutputName,
	entries: ReportEntry[],
	ledgerId: string,
	isFinal?: boolean,
): Item[] {
	if (output === 'entries') {
		const origin = isFinal === undefined ? { ledgerId } : { ledgerId, isFinal };
		return entries.map((entry) => ({ ...origin, ...entry }));
	}
	return entries.map((entry) => {
		const { ledgerDate, entryType, amount, currency, reference, pspReference } = entry;
		const { balanceBefore, balanceAfter, time, recipientHandle } = entry;
		return {
			...{ ledgerDate, entryType, amount: amount / 100, currency, reference, pspReference },
			...{ balanceAfter: balanceAfter / 100, isFinal: isFinal ?? null, finding: null, ledgerId },
			...{ balanceBefore: balanceBefore / 100, time, recipientHandle },
		};
	});
}

/** What funds hold of a ledger date, and whether nothing more comes on it. */
export interface DateOfFunds {
	ledgerDate: string;
	entries: ReportEntry[];
	isFinal: boolean;
}

/** The statements of a ledger on consecutive dates, on one of which there is an entry. */
export function expectedStatements(ledgerId: string, dates: DateOfFunds[]): Item[] {
	const [first] = dates.flatMap(({ entries }) => entries);
	let balance = first?.balanceBefore ?? NaN;
	return dates.map(({ ledgerDate, entries, isFinal }) => {
		const opening = balance;
		const sumOf = (...types: string[]) =>
			entries
				.filter(({ entryType }) => types.includes(entryType))
				.reduce((sum, { amount }) => sum + amount, 0);
		balance += entries.reduce((sum, { amount }) => sum + amount, 0);
		const others = entries.map(({ entryType }) => entryType).filter((type) => !named.has(type));
		const payout = entries.find(({ entryType }) => entryType === 'payout-scheduled');
		return {
			...{ ledgerId, ledgerDate, opening: opening / 100, closing: balance / 100 },
			sales: sumOf('capture') / 100,
			refunds: sumOf('refund') / 100,
			fees: sumOf('fees-retained') / 100,
			payouts: sumOf('payout-scheduled') / 100,
			other: sumOf(...others) / 100,
			...{ currency: first?.currency ?? null, isFinal, finding: null },
			payoutNumber: payout?.pspReference?.split('-').at(-1) ?? null,
		};
	});
}

const named = new Set(['capture', 'refund', 'fees-retained', 'payout-scheduled']);

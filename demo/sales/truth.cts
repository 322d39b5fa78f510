import type { Sandbox, SalesEntry } from '../../sandbox/index.ts';
import { formatAmount } from '../table.cts';
import type { LedgerSales } from './sales.cts';

/** The sales of a ledger in the sandbox. Gross is in minor units, refunds are negative. */
export interface Truth {
	ledgerId: string;
	entries: number;
	captures: number;
	refunds: number;
	gross: number;
}

const compared = ['entries', 'captures', 'refunds', 'gross'] as const;

/**
 * The sandbox's sales on one ledger date each, not read through its API.
 *
 * @param ledgerDateOf the date for the ledgers of a currency
 */
export function truthOf(sandbox: Sandbox, ledgerDateOf: (currency: string) => string): Truth[] {
	return sandbox.ledgers().map(({ ledgerId, currency }) => {
		const entries = sandbox.salesOfDate(ledgerId, ledgerDateOf(currency));
		const ofType = (type: string) => entries.filter(({ entryType }) => entryType === type).length;
		return {
			ledgerId,
			entries: entries.length,
			captures: ofType('capture'),
			refunds: ofType('refund'),
			gross: entries.reduce((sum, entry) => sum + signedGross(entry), 0),
		};
	});
}

/** A sentence for each figure that differs, and for each ledger that is missing or unknown. Empty if all agree. */
export function differences(truths: readonly Truth[], lines: readonly LedgerSales[]): string[] {
	const unknown = lines.filter(
		({ ledgerId }) => !truths.some((truth) => truth.ledgerId === ledgerId),
	);
	return [
		...unknown.map(({ ledgerId }) => `Ledger ${ledgerId} is not in the sandbox.`),
		...truths.flatMap((truth) => differencesOf(truth, lines)),
	];
}

function differencesOf(truth: Truth, lines: readonly LedgerSales[]): string[] {
	const own = lines.filter(({ ledgerId }) => ledgerId === truth.ledgerId);
	if (own.length === 0) return [`Ledger ${truth.ledgerId} is missing.`];
	return compared.flatMap((figure) => {
		const got = own.reduce((sum, line) => sum + line[figure], 0);
		if (got === truth[figure]) return [];
		const format = figure === 'gross' ? formatAmount : String;
		return [
			`Ledger ${truth.ledgerId}, ${figure}: ${format(got)}, but the sandbox holds ${format(truth[figure])}.`,
		];
	});
}

/** The sign of a refund in the API is not documented. */
function signedGross({ entryType, amounts }: SalesEntry): number {
	return entryType === 'refund' ? -Math.abs(amounts.gross) : amounts.gross;
}

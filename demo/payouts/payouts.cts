/** A payout, amounts in minor units with their sign on the ledger; only the payout itself is positive. */
export interface Payout {
	ledgerId: string;
	payoutNumber: string;
	/** `YYYY-MM-DD` */
	ledgerDate: string;
	sales: number;
	refunds: number;
	fees: number;
	payout: number;
	currency: string;
	/** Null if it is not known. */
	bankText: string | null;
}

/** What a payout is compared by. */
export const texts = ['payoutNumber', 'ledgerDate', 'currency', 'bankText'] as const;
export const amounts = ['sales', 'refunds', 'fees', 'payout'] as const;

/**
 * A row of Payout: Get Many, whose amounts are in major units.
 *
 * @throws TypeError if it is not one
 */
export function toPayout(row: unknown): Payout {
	const given = row as Partial<Record<string, unknown>> | null;
	const isText = (field: string) =>
		typeof given?.[field] === 'string' || (field === 'bankText' && given?.[field] === null);
	const isRow =
		[...texts, 'ledgerId'].every(isText) &&
		amounts.every((field) => typeof given?.[field] === 'number');
	if (!isRow) throw new TypeError(`Not a row of a payout: ${JSON.stringify(row).slice(0, 200)}`);
	const payout = given as unknown as Payout;
	const minor = amounts.map((field) => [field, Math.round(payout[field] * 100)] as const);
	return { ...payout, ...Object.fromEntries(minor) };
}

import type { IDataObject } from 'n8n-workflow';

/**
 * The wire types of the accounting APIs. All of them are open: Vipps may add fields and enum values at any time, so every
 * enum is a string and whatever is not named here passes through untouched.
 */

/** A ledger that these keys may read. Source: Report API guide, "Ledgers". */
export interface Ledger extends IDataObject {
	/** Opaque; never a number. */
	ledgerId: string;
	/** ISO 4217, of every amount on the ledger. */
	currency?: string;
	/** Handles such as `NO:123456` (a VM number) or `api:123456` (an API sales unit). */
	settlesForRecipientHandles?: string[];
	/** May be missing. */
	salesUnits?: Array<{ name?: string; recipientHandle?: string }>;
}

/** Minor units (øre, cents). Gross includes VAT; net and vat are null or missing where the merchant gave no VAT. */
export interface Amounts extends IDataObject {
	gross?: number | null;
	net?: number | null;
	vat?: number | null;
}

/** One order line. Amounts in minor units; unit prices before discount, line totals after. Source: Sales API guide. */
export interface SalesLine extends IDataObject {
	lineId?: string | null;
	name?: string | null;
	quantity?: number | null;
	unitPriceGross?: number | null;
	unitPriceNet?: number | null;
	discountTotal?: number | null;
	lineTotalGross?: number | null;
	lineTotalNet?: number | null;
	/** Basis points: 2500 is 25 %. */
	vatRate?: number | null;
	vatAmount?: number | null;
	category?: string | null;
}

/** One financial transaction on an order: a capture or a refund. Source: Sales API guide. */
export interface SalesEntry extends IDataObject {
	entryType?: string;
	/** UTC, ISO 8601. */
	time?: string;
	reference?: string | null;
	/** Null where no payment provider took part (cash). */
	pspReference?: string | null;
	currency?: string;
	/** CARD, CASH, WALLET or a later one. */
	paymentType?: string | null;
	classification?: { solution?: string | null; salesCategory?: string | null } | null;
	amounts?: Amounts | null;
	/** Null or missing where the customer typed an amount. */
	lines?: SalesLine[] | null;
	/** Tells "not given" from "nothing". */
	completeness?: (IDataObject & { hasVatBreakdown?: boolean }) | null;
}

/** One answer of a paged endpoint, its optional parts made plain. */
export interface Page<Item> {
	items: Item[];
	/** Where the next page begins; undefined where Vipps sent none, null or an empty one. */
	cursor?: string;
	/** Undefined where Vipps did not say. */
	hasMore?: boolean;
}

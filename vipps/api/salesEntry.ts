import type { IDataObject } from 'n8n-workflow';

/*
 * The wire types of the Sales API. All are open: Vipps may add fields and enum values at any time, so every enum is a string, and what is not
 * named here passes through.
 */

/** Minor units (øre, cents). Gross includes VAT; net and vat are null or missing if the merchant gave no VAT. */
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
	/** Null if no payment provider took part (cash). */
	pspReference?: string | null;
	currency?: string;
	/** CARD, CASH, WALLET or a later one. */
	paymentType?: string | null;
	classification?: { solution?: string | null; salesCategory?: string | null } | null;
	amounts?: Amounts | null;
	/** Null or missing if the customer typed an amount. */
	lines?: SalesLine[] | null;
	/** Tells "not given" from "nothing". */
	completeness?: (IDataObject & { hasVatBreakdown?: boolean }) | null;
}

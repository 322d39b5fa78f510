/**
 * The shapes that go over the wire, as the sandbox reads the public documentation of the Sales API
 * and the Report API. Money is an integer in minor units (øre, cent) everywhere; gross includes
 * VAT, net does not.
 */

/** A value that may be sent, sent as null, or left out (Sales API guide: "when available"). */
export type Given<T> = T | null | undefined;

/**
 * An identifier with the scheme that says how to read it, for example `BBAN:NO` (Report API guide,
 * Get ledgers).
 */
export interface SchemedId {
	scheme: string;
	id: string;
}

/** One sales unit whose payments a ledger settles (Report API guide, Get ledgers). */
export interface SalesUnit {
	name: string;
	/** `NO:`, `DK:` or `FI:` and a VM number, or `api:` and a merchant serial number. */
	recipientHandle: string;
}

/** A ledger: what Vipps MobilePay owes one merchant (Report API guide, Get ledgers). */
export interface Ledger {
	/** Opaque. Looks like a number and is none: a leading zero counts. */
	ledgerId: string;
	currency: string;
	payoutBankAccount: SchemedId;
	owner: SchemedId;
	settlesForRecipientHandles: string[];
	/** May be missing. */
	salesUnits?: SalesUnit[];
}

/** What kind of sale an entry comes from (Sales API guide). Both values are open sets. */
export interface Classification {
	/** `VARIABLE_AMOUNT`, `SHOPPING_BASKET`, `MPOS`, or something newer. */
	solution: string;
	salesCategory: string | null;
}

/** The money of an entry, in minor units (Sales API guide). */
export interface Amounts {
	gross: number;
	net?: Given<number>;
	vat?: Given<number>;
}

/** One order line. Unit prices are before discount, line totals after it (Sales API guide). */
export interface SalesLine {
	lineId: string;
	name: string;
	quantity: number;
	unitPriceGross: number;
	unitPriceNet?: Given<number>;
	discountTotal: number;
	lineTotalGross: number;
	lineTotalNet?: Given<number>;
	/** Basis points: 2500 is 25 %. */
	vatRate?: Given<number>;
	vatAmount?: Given<number>;
	category?: Given<string>;
}

/** Tells "not given" from "nothing" (Sales API guide). */
export interface Completeness {
	hasLineItems: boolean;
	hasVatBreakdown: boolean;
	hasCustomerIdentity: boolean;
}

/** One financial transaction on an order: a capture or a refund (Sales API guide). */
export interface SalesEntry {
	/** `capture`, `refund`, or something newer. */
	entryType: string;
	/** UTC, to the second. */
	time: string;
	/** Null where no payment service provider took part, as with cash. */
	pspReference: string | null;
	/** The order. Shared by its captures and refunds. */
	reference: string;
	currency: string;
	/** `CARD`, `CASH`, `WALLET`, or something newer. */
	paymentType: string;
	classification: Classification;
	amounts: Amounts;
	lines?: Given<SalesLine[]>;
	/** Reserved, always null. */
	customer: null;
	completeness: Completeness;
}

/** A list of a ledger's money: what Vipps owes the merchant, and what the merchant owes Vipps. */
export const topics = ['funds', 'fees'] as const;

/** The name of one of them, as it stands in the path (Report API guide). */
export type Topic = (typeof topics)[number];

/**
 * One movement of money: on funds, which Vipps owes the merchant, or on fees, which the merchant
 * owes Vipps. Signed minor units (Report API guide, Funds and Fees).
 */
export interface ReportEntry {
	pspReference: Given<string>;
	/** UTC. What closes a ledger date bears the time of the night after it. */
	time: string;
	ledgerDate: string;
	/** `capture`, `refund`, `fees-retained`, `payout-scheduled` and more; an open set. */
	entryType: string;
	reference: Given<string>;
	currency: string;
	amount: number;
	balanceBefore: number;
	/** `balanceBefore + amount`, and what the next entry begins with. */
	balanceAfter: number;
	recipientHandle: Given<string>;
}

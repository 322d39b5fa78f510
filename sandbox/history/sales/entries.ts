import { wireTime } from '../calendar';
import type { Solution } from '../knownPlaces';
import { amountsOf, type NotGiven } from './lines';
import type { Random } from '../random';
import type { SalesEntry, SalesLine } from '../../wire';

/** What the captures and refunds of one order have in common. */
export interface OrderFacts {
	reference: string;
	currency: string;
	solution: Solution;
	salesCategory: string | null;
	paymentType: 'CARD' | 'CASH' | 'WALLET';
	/** How this order says "not given". */
	notGiven: NotGiven;
}

/** One capture or refund before it becomes an entry. */
export interface Transaction {
	entryType: 'capture' | 'refund';
	/** Milliseconds since 1970. */
	at: number;
	pspReference: string;
	/** Its lines, or the bare amount where the customer typed one. */
	what: SalesLine[] | number;
}

/** A sale as the sandbox keeps it: what is sent depends on the switches. */
export interface Sale {
	/** Milliseconds since 1970. */
	at: number;
	/** The entry with everything known about it, amounts positive. */
	entry: SalesEntry;
	/** A refund as it looks when it does not repeat its lines. */
	bare?: SalesEntry;
	/** Whether this refund is one of those that come without lines when some do and some do not. */
	preferBare: boolean;
}

function entryOf(
	order: OrderFacts,
	transaction: Transaction,
	amounts: SalesEntry['amounts'],
	lines: SalesEntry['lines'],
): SalesEntry {
	const vatKnown = lines?.length
		? lines.every((line) => line.vatAmount != null)
		: amounts.vat != null;
	return {
		entryType: transaction.entryType,
		time: wireTime(transaction.at),
		pspReference: order.paymentType === 'CASH' ? null : transaction.pspReference,
		reference: order.reference,
		currency: order.currency,
		paymentType: order.paymentType,
		classification: { solution: order.solution, salesCategory: order.salesCategory },
		amounts,
		lines,
		customer: null,
		completeness: {
			hasLineItems: (lines?.length ?? 0) > 0,
			hasVatBreakdown: vatKnown,
			hasCustomerIdentity: false,
		},
	};
}

/** The sale that a transaction of an order makes. */
export function saleOf(order: OrderFacts, transaction: Transaction, random: Random): Sale {
	const { at, what } = transaction;
	const { notGiven } = order;
	if (typeof what === 'number') {
		const noLines = random.pick([notGiven, notGiven, notGiven, []]);
		const amounts = { gross: what, net: notGiven, vat: notGiven };
		return { at, entry: entryOf(order, transaction, amounts, noLines), preferBare: false };
	}
	const amounts = amountsOf(what, notGiven, random);
	const entry = entryOf(order, transaction, amounts, what);
	if (transaction.entryType === 'capture') return { at, entry, preferBare: false };
	const known = random.chance(0.5)
		? amounts
		: { gross: amounts.gross, net: notGiven, vat: notGiven };
	const bare = entryOf(order, transaction, { ...known }, notGiven);
	return { at, entry, bare, preferBare: random.chance(0.4) };
}

import type { SalesEntry } from '../../vipps/api/salesEntry';
import { readSigned } from '../sale/normalise';
import type { Sale } from '../sale/readSale';
import { asShapeError } from '../shapeError';
import { grossOf } from '../vat/breakdown';
import type { SalesAccounts } from '../salesVoucher/accounts';
import { checkSale } from './checkSale';
import { completeFromOrder } from './completeFromOrder';
import { currencyCodeOf, divide } from './divide';
import type { Found } from '../voucher/findings';
import type { DividedSale } from '../salesVoucher/postSale';
import { createSalesDraft, type SalesDraft, type SalesTotals } from '../salesVoucher/salesDraft';
import { subjectOf } from './subject';

/** Adds the sales of a voucher up as they come. Its memory does not grow with their number, apart from refunds without VAT. */
export interface SalesBook {
	/** @param ledgerDate that the entries were asked for by, `YYYY-MM-DD` */
	add(entries: readonly SalesEntry[], ledgerDate: string): void;
	/** The references of the orders whose refunds have no VAT: their captures have to be looked up. */
	orders(): string[];
	/**
	 * Posts the refunds of an order.
	 *
	 * @param entries all captures and refunds of the order; none if it was not found
	 */
	complete(reference: string, entries: readonly SalesEntry[]): void;
	/** By currency, that of the ledger first; only those with sales or refunds. */
	totals(): SalesTotals[];
	/** How many entries came. */
	count(): number;
}

/** What a book is about. */
export interface SalesBookOptions {
	ledgerId: string;
	/** Of the ledger. */
	currency: string | null;
	accounts: SalesAccounts;
	keepsReferences?: boolean;
}

/** A refund without VAT. */
interface Pending {
	sale: DividedSale;
	draft: SalesDraft;
}

export function createSalesBook(options: SalesBookOptions): SalesBook {
	const { ledgerId, accounts, keepsReferences = false, currency: own } = options;
	const drafts = new Map<string | null, SalesDraft>();
	const pending = new Map<string, Pending[]>();
	let count = 0;
	const draftOf = (currency: string | null) => {
		const draft = drafts.get(currency) ?? createSalesDraft(currency, accounts, keepsReferences);
		drafts.set(currency, draft);
		return draft;
	};
	const add = (entry: SalesEntry, ledgerDate: string) => {
		const currency = currencyCodeOf(entry);
		const draft = draftOf(currency ?? own);
		const subject = subjectOf(entry);
		const signed = readOrNote(entry, draft);
		draft.count(ledgerId, entry, signed?.sale);
		if (!signed) return;
		const gross = grossOf(signed.sale);
		draft.add(subject, foundIn(entry, gross, { currency, own }));
		if (subject === 'entry' || gross === null) return;
		const sale = divide(entry, signed.sale, gross, ledgerDate, accounts);
		draft.add(subject, brokenRules(sale, signed, accounts));
		const reference: unknown = entry.reference;
		if (typeof reference !== 'string' || reference === '' || !needsOrder(sale, accounts)) {
			return draft.post(sale);
		}
		pending.set(reference, [...(pending.get(reference) ?? []), { sale, draft }]);
	};
	return {
		add(entries, ledgerDate) {
			count += entries.length;
			for (const entry of entries) add(entry, ledgerDate);
		},
		orders: () => [...pending.keys()],
		complete(reference, entries) {
			const refunds = pending.get(reference) ?? [];
			const sales = refunds.map(({ sale }) => sale);
			const completed = completeFromOrder(sales, entries, accounts);
			for (const [at, { sale, draft }] of refunds.entries()) {
				const { breakdown = sale.breakdown, isEstimated = false } = completed[at] ?? {};
				draft.post({ ...sale, breakdown });
				if (isEstimated) draft.add('refund', [{ code: 'vatEstimated', amount: sale.gross }]);
			}
			pending.delete(reference);
		},
		totals: () =>
			[...drafts]
				.sort(([one], [other]) => rankOf(one, own) - rankOf(other, own) || compare(one, other))
				.map(([, draft]) => draft.totals())
				.filter(({ sales, refunds }) => sales + refunds > 0),
		count: () => count,
	};
}

const rankOf = (currency: string | null, own: string | null): number => Number(currency !== own);

const compare = (one: string | null, other: string | null): number =>
	(one ?? '') < (other ?? '') ? -1 : 1;

/** An entry with both kinds of signs; undefined, with a finding, if it can't be read. */
function readOrNote(
	entry: SalesEntry,
	draft: SalesDraft,
): ReturnType<typeof readSigned> | undefined {
	try {
		return readSigned(entry);
	} catch (error) {
		const { field: which } = asShapeError(error);
		draft.add(subjectOf(entry), [{ code: 'unreadable', amount: 0, which }]);
		return undefined;
	}
}

/** What is found before an entry is divided by VAT rate. */
function foundIn(
	entry: SalesEntry,
	gross: number | null,
	{ currency, own }: { currency: string | null; own: string | null },
): Found[] {
	const amount = gross ?? 0;
	const found: Found[] = [];
	if (currency === null) found.push({ code: 'noCurrency', amount });
	else if (currency !== own) found.push({ code: 'otherCurrency', amount, which: currency });
	if (subjectOf(entry) === 'entry') {
		found.push({ code: 'unknownType', amount, which: entry.entryType ?? 'none' });
	} else if (gross === null) {
		found.push({ code: 'noGross', amount });
	}
	return found;
}

function brokenRules(
	{ entry, gross, breakdown }: DividedSale,
	signed: { sent: Sale; sale: Sale },
	{ vatPosting }: SalesAccounts,
): Found[] {
	const ignoresVat = vatPosting === 'none';
	const codes = checkSale(entry, { ...signed, areLinesUsed: !breakdown.linesDiffer, ignoresVat });
	return codes.map((code) => ({ code, amount: gross }));
}

/** Only of refunds the VAT can be found elsewhere: on the captures of their orders. */
const needsOrder = ({ isRefund, breakdown, gross }: DividedSale, { vatPosting }: SalesAccounts) =>
	isRefund && breakdown.isMissing && gross !== 0 && vatPosting !== 'none';

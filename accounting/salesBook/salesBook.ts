import type { SalesEntry } from '../../vipps/api/salesEntry';
import { readSigned } from '../sale/normalise';
import type { Sale } from '../sale/readSale';
import { asShapeError } from '../shapeError';
import { grossOf } from '../vat/breakdown';
import { checkSale } from './checkSale';
import { completeFromOrder } from './completeFromOrder';
import { currencyCodeOf, divide, type DividedSale, type RateRules } from './divide';
import type { Found, FindingLog } from '../voucher/findings';
import { subjectOf } from './subject';

/** What the sales of one currency are added up in. */
export interface SalesSink extends Pick<FindingLog, 'add'> {
	/** Counts an entry, whether it can be posted or not. */
	count(ledgerId: string, entry: SalesEntry, sale: Sale | undefined): void;
	/** Adds a sale or refund whose VAT is known as far as it can be. */
	post(sale: DividedSale): void;
}

/** Adds sales up as they come. Its memory does not grow with their number, apart from refunds without VAT. */
export interface SalesBook<Sink> {
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
	/** By currency, that of the ledger first. */
	sinks(): Sink[];
	/** How many entries came. */
	count(): number;
}

/** What a book is about. */
export interface SalesBookOptions<Sink> {
	ledgerId: string;
	/** Of the ledger. */
	currency: string | null;
	rules: RateRules;
	/** Whether VAT does not matter. */
	ignoresVat?: boolean;
	createSink: (currency: string | null) => Sink;
}

/** A refund without VAT. */
interface Pending<Sink> {
	sale: DividedSale;
	sink: Sink;
}

export function createSalesBook<Sink extends SalesSink>(
	options: SalesBookOptions<Sink>,
): SalesBook<Sink> {
	const { ledgerId, rules, ignoresVat = false, currency: own } = options;
	const sinks = new Map<string | null, Sink>();
	const pending = new Map<string, Array<Pending<Sink>>>();
	let count = 0;
	const sinkOf = (currency: string | null) => {
		const sink = sinks.get(currency) ?? options.createSink(currency);
		sinks.set(currency, sink);
		return sink;
	};
	const add = (entry: SalesEntry, ledgerDate: string) => {
		const currency = currencyCodeOf(entry);
		const sink = sinkOf(currency ?? own);
		const subject = subjectOf(entry);
		const signed = readOrNote(entry, sink);
		sink.count(ledgerId, entry, signed?.sale);
		if (!signed) return;
		const gross = grossOf(signed.sale);
		sink.add(subject, foundIn(entry, gross, { currency, own }));
		if (subject === 'entry' || gross === null) return;
		const sale = divide(entry, signed.sale, gross, ledgerDate, rules);
		sink.add(subject, brokenRules(sale, signed, ignoresVat));
		const reference: unknown = entry.reference;
		const isKnown = typeof reference === 'string' && reference !== '';
		if (!isKnown || ignoresVat || !needsOrder(sale)) return sink.post(sale);
		pending.set(reference, [...(pending.get(reference) ?? []), { sale, sink }]);
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
			const completed = completeFromOrder(sales, entries, rules);
			for (const [at, { sale, sink }] of refunds.entries()) {
				const { breakdown = sale.breakdown, isEstimated = false } = completed[at] ?? {};
				sink.post({ ...sale, breakdown });
				if (isEstimated) sink.add('refund', [{ code: 'vatEstimated', amount: sale.gross }]);
			}
			pending.delete(reference);
		},
		sinks: () =>
			[...sinks]
				.sort(([one], [other]) => rankOf(one, own) - rankOf(other, own) || compare(one, other))
				.map(([, sink]) => sink),
		count: () => count,
	};
}

const rankOf = (currency: string | null, own: string | null): number => Number(currency !== own);

const compare = (one: string | null, other: string | null): number =>
	(one ?? '') < (other ?? '') ? -1 : 1;

/** An entry with both kinds of signs; undefined, with a finding, if it can't be read. */
function readOrNote(entry: SalesEntry, sink: SalesSink): ReturnType<typeof readSigned> | undefined {
	try {
		return readSigned(entry);
	} catch (error) {
		const { field: which } = asShapeError(error);
		sink.add(subjectOf(entry), [{ code: 'unreadable', amount: 0, which }]);
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
	ignoresVat: boolean,
): Found[] {
	const codes = checkSale(entry, { ...signed, areLinesUsed: !breakdown.linesDiffer, ignoresVat });
	return codes.map((code) => ({ code, amount: gross }));
}

/** Only of refunds the VAT can be found elsewhere: on the captures of their orders. */
const needsOrder = ({ isRefund, breakdown, gross }: DividedSale): boolean =>
	isRefund && breakdown.isMissing && gross !== 0;

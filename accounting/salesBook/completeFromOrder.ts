import { compare } from '../compare';
import type { SalesEntry } from '../../vipps/api/salesEntry';
import { dateOfTime } from '../saleDate';
import { readSigned } from '../sale/normalise';
import { isRefund } from '../sale/readSale';
import { asShapeError } from '../shapeError';
import { grossOf, type Breakdown } from '../vat/breakdown';
import { completeRefunds, type OrderEntry } from '../vat/orderRefund';
import { currencyCodeOf, divide, type DividedSale, type RateRules } from './divide';
import { subjectOf } from './subject';

/** An entry of an order, in the form in which refunds are completed. */
interface Known extends OrderEntry {
	/** In the list of the order. */
	place: number;
}

/** A refund by the VAT rates of its order. */
export interface Completed {
	breakdown: Breakdown;
	isEstimated: boolean;
}

/**
 * Divides the refunds of an order that have no VAT by its captures; together they give back no more of a rate than was captured. If there are no
 * captures, or an entry of the order can't be read, they stay as they are.
 *
 * @param entries all captures and refunds of the order
 * @returns by the place of the refund in the list
 */
export function completeFromOrder(
	refunds: readonly DividedSale[],
	entries: readonly SalesEntry[],
	rules: RateRules,
): Completed[] {
	const all = [...entries];
	const taken = new Set<number>();
	const places = refunds.map((refund) => takePlace(refund, all, taken));
	return refunds.map((refund, at) => complete(refund, places[at] ?? -1, all, rules));
}

/** The place of a refund among the entries of its order; it is added if it is not listed. The same place is never given twice. */
function takePlace(refund: DividedSale, all: SalesEntry[], taken: Set<number>): number {
	const listed = all.findIndex((entry, at) => !taken.has(at) && isSame(entry, refund));
	const place = listed < 0 ? all.push(refund.entry) - 1 : listed;
	taken.add(place);
	return place;
}

function complete(
	refund: DividedSale,
	place: number,
	all: readonly SalesEntry[],
	rules: RateRules,
): Completed {
	const unchanged = { breakdown: refund.breakdown, isEstimated: false };
	const order = readOrder(refund, all, rules);
	if (!order?.some((each) => !each.isRefund)) return unchanged;
	const completed = completeRefunds(order).get(order.findIndex((each) => each.place === place));
	if (!completed) return unchanged;
	const { parts, isEstimated } = completed;
	const { linesDiffer } = refund.breakdown;
	const whole = { rest: 0, isCashRounding: false, isUnclear: false, isMissing: false };
	return { breakdown: { ...whole, parts, linesDiffer }, isEstimated };
}

/** The entries in the currency of the refund, by time; undefined if one can't be read. */
function readOrder(
	refund: DividedSale,
	all: readonly SalesEntry[],
	rules: RateRules,
): Known[] | undefined {
	const currency = currencyCodeOf(refund.entry);
	const order: Known[] = [];
	const placed = all.map((entry, place) => ({ entry, place }));
	for (const { entry, place } of placed.toSorted((one, other) => byTime(one.entry, other.entry))) {
		if (currencyCodeOf(entry) !== currency || subjectOf(entry) === 'entry') continue;
		const known = readKnown(entry, refund.ledgerDate, rules);
		if (!known) return undefined;
		order.push({ ...known, place });
	}
	return order;
}

function readKnown(
	entry: SalesEntry,
	ledgerDate: string,
	rules: RateRules,
): OrderEntry | undefined {
	try {
		const { sale } = readSigned(entry);
		const gross = grossOf(sale);
		if (gross === null) return undefined;
		const date = dateOfTime(entry.time, entry.currency) ?? ledgerDate;
		const { breakdown } = divide(entry, sale, gross, date, rules);
		const { parts, rest, isMissing } = breakdown;
		const ofRest = rest === 0 ? [] : [{ rate: null, gross: rest, vat: 0, category: null }];
		const isUnknown = sale.isRefund && isMissing;
		return {
			isRefund: sale.isRefund,
			gross,
			parts: isUnknown ? null : [...parts, ...ofRest],
		};
	} catch (error) {
		asShapeError(error);
		return undefined;
	}
}

/** By PSP reference, else by time and amount. */
function isSame(entry: SalesEntry, { entry: refund }: DividedSale): boolean {
	if (isRefund(entry) !== isRefund(refund)) return false;
	if (refund.pspReference) return entry.pspReference === refund.pspReference;
	return entry.time === refund.time && entry.amounts?.gross === refund.amounts?.gross;
}

/** Captures come before refunds of the same time, and before those without one. Otherwise the order in which they were sent does not matter. */
const byTime = (one: SalesEntry, other: SalesEntry): number =>
	compareTimes(timeOf(one), timeOf(other)) ||
	Number(isRefund(one)) - Number(isRefund(other)) ||
	compare(one.pspReference ?? '', other.pspReference ?? '') ||
	sizeOf(one) - sizeOf(other);

/** In milliseconds since 1970. */
const timeOf = (entry: SalesEntry): number => {
	const time = typeof entry.time === 'string' ? Date.parse(entry.time) : NaN;
	if (!Number.isNaN(time)) return time;
	return isRefund(entry) ? Infinity : -Infinity;
};

const sizeOf = ({ amounts }: SalesEntry): number => Math.abs(amounts?.gross ?? 0);

/** Two times that are not known are the same; their difference is no number. */
const compareTimes = (one: number, other: number): number => (one === other ? 0 : one - other);

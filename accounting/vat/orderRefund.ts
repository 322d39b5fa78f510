import type { Part } from './breakdown';
import { vatOf } from './rates';
import { share } from './share';
import { sum } from '../money';

/** A capture or refund of an order. Amounts in signed minor units, those of refunds negative. */
export interface OrderEntry {
	isRefund: boolean;
	gross: number;
	/** By VAT rate; null: a refund without VAT. */
	parts: Part[] | null;
}

/** A refund that got its VAT from the captures of its order. */
export interface CompletedRefund {
	/** Negative; what was given back beyond the captures has no rate. */
	parts: Part[];
	/** Whether it is a part of the order, so that its division is an estimate. */
	isEstimated: boolean;
}

/** What of an order can still be given back, of one rate and category. Negative if it lowers the amount, such as a gift card. */
type Bucket = Part;

/**
 * Completes the refunds of an order that have no VAT. One that gives back all that is left mirrors it; a smaller one is divided in proportion
 * to what is left of each rate, by largest remainder, of equal remainders to the higher rate. Of each rate no more is given back than was
 * captured.
 *
 * @param entries of one order and currency, in the order of their times
 * @returns by the place of the refund in the list
 */
export function completeRefunds(entries: readonly OrderEntry[]): Map<number, CompletedRefund> {
	const buckets: Bucket[] = [];
	const completed = new Map<number, CompletedRefund>();
	let isEstimated = false;
	for (const [place, { isRefund, gross, parts }] of entries.entries()) {
		if (!isRefund) {
			for (const part of parts ?? []) addTo(buckets, part);
		} else if (parts) {
			for (const part of parts) takeFrom(buckets, part);
		} else {
			const refund = divide(buckets, -gross);
			isEstimated ||= refund.isEstimated;
			completed.set(place, { parts: refund.parts.map(negative), isEstimated });
			for (const part of refund.parts) takeFrom(buckets, negative(part));
		}
	}
	return completed;
}

const isSame = (bucket: Bucket, { rate, category }: Part): boolean =>
	bucket.rate === rate && bucket.category === category;

function addTo(buckets: Bucket[], part: Part): void {
	const bucket = buckets.find((each) => isSame(each, part));
	if (!bucket) return void buckets.push({ ...part });
	bucket.gross += part.gross;
	bucket.vat += part.vat;
}

/** A refund with order lines may give back what was never captured: nothing is left of it then. */
function takeFrom(buckets: Bucket[], { rate, category, gross, vat }: Part): void {
	let [left, vatLeft] = [-gross, -vat];
	const ofRate = buckets.filter((bucket) => bucket.rate === rate);
	const first = ofRate.filter((bucket) => bucket.category === category);
	for (const bucket of [...first, ...ofRate.filter((each) => !first.includes(each))]) {
		const taken = Math.min(Math.max(bucket.gross, 0), left);
		const vatTaken = Math.min(Math.max(bucket.vat, 0), vatLeft);
		bucket.gross -= taken;
		bucket.vat -= vatTaken;
		left -= taken;
		vatLeft -= vatTaken;
	}
}

/** @param amount positive */
function divide(buckets: readonly Bucket[], amount: number): CompletedRefund {
	const left = buckets.filter(({ gross }) => gross !== 0).sort(byRate);
	const total = Math.max(0, grossOf(left));
	if (amount < total) return { parts: divideByRate(left, amount), isEstimated: left.some(hasRate) };
	const all = total > 0 ? left.map((each) => ({ ...each })) : [];
	const beyond = amount - total;
	const excess = beyond > 0 ? [{ rate: null, gross: beyond, vat: 0, category: null }] : [];
	return { parts: [...all, ...excess], isEstimated: false };
}

/** What is negative, such as a discount on an order, makes what is left of its own rate less. */
function divideByRate(left: readonly Bucket[], amount: number): Part[] {
	const ofRates = [...new Set(left.map(({ rate }) => rate))]
		.map((rate) => left.filter((bucket) => bucket.rate === rate))
		.filter((ofRate) => grossOf(ofRate) > 0);
	const shares = share(amount, ofRates.map(grossOf));
	const parts = ofRates.flatMap((ofRate, at) => {
		const some = ofRate.filter(({ gross }) => gross > 0);
		const grosses = share(
			shares[at] ?? 0,
			some.map(({ gross }) => gross),
		);
		return some.map((bucket, place) => partOf(bucket, grosses[place] ?? 0));
	});
	return parts.filter(({ gross }) => gross > 0);
}

const grossOf = (buckets: readonly Bucket[]): number => sum(buckets.map(({ gross }) => gross));

/** Without a rate there is no VAT to be estimated. */
const hasRate = ({ rate }: Bucket): boolean => rate !== null;

/** A part of what is left of a rate and category, with no more VAT than is left of it. */
function partOf(bucket: Bucket, gross: number): Part {
	const { rate, vat } = bucket;
	if (gross === bucket.gross) return { ...bucket };
	return { ...bucket, gross, vat: rate === null ? 0 : Math.min(vatOf(gross, rate), vat) };
}

/** From high to low, what has no rate last. */
const byRate = (one: Bucket, other: Bucket): number => (other.rate ?? -1) - (one.rate ?? -1);

const negative = (part: Part): Part => ({ ...part, gross: 0 - part.gross, vat: 0 - part.vat });

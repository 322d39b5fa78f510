import type { SalesEntry } from '../../vipps/api/salesEntry';
import { dateOfTime } from '../saleDate';
import { readSigned } from '../sale/normalise';
import { isRefund } from '../sale/readSale';
import { asShapeError } from '../shapeError';
import { grossOf, type Breakdown } from '../vat/breakdown';
import { completeRefunds, type OrderEntry } from '../vat/orderRefund';
import type { SalesAccounts } from './accounts';
import { currencyCodeOf, divide } from './divide';
import type { DividedSale } from './postSale';
import { subjectOf } from './subject';

/** An entry of an order, in the form in which refunds are completed. */
interface Known extends OrderEntry {
	entry: SalesEntry;
}

/**
 * Divides a refund without VAT by the captures of its order. If there are none, or one of its entries can't be read, it stays as it is.
 *
 * @param entries all captures and refunds of the order
 */
export function completeFromOrder(
	refund: DividedSale,
	entries: readonly SalesEntry[],
	accounts: SalesAccounts,
): { breakdown: Breakdown; isEstimated: boolean } {
	const unchanged = { breakdown: refund.breakdown, isEstimated: false };
	const order = readOrder(refund, entries, accounts);
	if (!order?.some((each) => !each.isRefund)) return unchanged;
	const completed = completeRefunds(order).get(
		order.findIndex(({ entry }) => isSame(entry, refund)),
	);
	if (!completed) return unchanged;
	const { parts, isEstimated } = completed;
	const { linesDiffer } = refund.breakdown;
	const whole = { rest: 0, isCashRounding: false, isUnclear: false, isMissing: false };
	return { breakdown: { ...whole, parts, linesDiffer }, isEstimated };
}

/** The entries in the currency of the refund, by time, the refund among them; undefined if one can't be read. */
function readOrder(
	refund: DividedSale,
	entries: readonly SalesEntry[],
	accounts: SalesAccounts,
): Known[] | undefined {
	const currency = currencyCodeOf(refund.entry);
	const ofCurrency = entries.filter(
		(entry) => currencyCodeOf(entry) === currency && subjectOf(entry) !== 'entry',
	);
	const isListed = ofCurrency.some((entry) => isSame(entry, refund));
	const all = isListed ? ofCurrency : [...ofCurrency, refund.entry];
	const order: Known[] = [];
	for (const entry of all.toSorted(byTime)) {
		const known = readKnown(entry, refund.ledgerDate, accounts);
		if (!known) return undefined;
		order.push(known);
	}
	return order;
}

function readKnown(
	entry: SalesEntry,
	ledgerDate: string,
	accounts: SalesAccounts,
): Known | undefined {
	try {
		const { sale } = readSigned(entry);
		const gross = grossOf(sale);
		if (gross === null) return undefined;
		const date = dateOfTime(entry.time, entry.currency) ?? ledgerDate;
		const { breakdown } = divide(entry, sale, gross, date, accounts);
		const { parts, rest, isMissing } = breakdown;
		const ofRest = rest === 0 ? [] : [{ rate: null, gross: rest, vat: 0, category: null }];
		const isUnknown = sale.isRefund && isMissing;
		return {
			entry,
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

/** Captures come before refunds of the same time. */
const byTime = (one: SalesEntry, other: SalesEntry): number => {
	const [first, second] = [one, other].map(({ time }) => (typeof time === 'string' ? time : ''));
	if (first !== second) return (first ?? '') < (second ?? '') ? -1 : 1;
	return Number(isRefund(one)) - Number(isRefund(other));
};

import { BROKEN_SUM_PREFIX, type SalesEntry } from '../../../../sandbox/index';

/** The values of the node's Output. */
export type OutputName = 'entries' | 'rows' | 'lines';

type Item = Record<string, unknown>;

/**
 * The items that an Output should make of entries, read from the node's documentation and not from its code, so that a
 * mistake in one shows against the other.
 */
export function expectedItems(
	output: OutputName,
	entries: SalesEntry[],
	ledgerId: string,
	ledgerDate?: string,
): Item[] {
	if (output === 'entries') {
		const origin = ledgerDate === undefined ? { ledgerId } : { ledgerId, ledgerDate };
		return entries.map((entry) => ({ ...origin, ...entry }));
	}
	const flat = output === 'rows' ? rowOf : linesOf;
	return entries.flatMap((entry) => {
		const { time, entryType, reference, pspReference, currency } = entry;
		const sale = { time, entryType, reference, pspReference, currency };
		return flat(entry).map((rest) => ({
			date: ledgerDate ?? dayOf(entry),
			ledgerId,
			ledgerDate: ledgerDate ?? null,
			...sale,
			...rest,
			finding: findingOf(entry),
		}));
	});
}

const timeZones: Record<string, string> = {
	NOK: 'Europe/Oslo',
	DKK: 'Europe/Copenhagen',
	EUR: 'Europe/Helsinki',
};

/** The calendar day of a sale where the merchant is. */
function dayOf({ time, currency }: SalesEntry): string {
	// Sweden writes dates as ISO does.
	return new Date(time).toLocaleDateString('sv-SE', { timeZone: timeZones[currency] });
}

/** One øre too much is the only mistake of the sandbox's sales; in cash it passes for rounding. */
function findingOf({ reference, amounts, lines, paymentType }: SalesEntry): string | null {
	if (!reference.startsWith(BROKEN_SUM_PREFIX) || paymentType === 'CASH') return null;
	const { gross, net, vat } = amounts;
	const shown = (amount: number) => (amount / 100).toFixed(2);
	const ofLines = `Order lines add up to ${shown(gross - 1)}, the sale is ${shown(gross)}`;
	if (!lines?.length) return null;
	if (net == null || vat == null) return ofLines;
	return `${ofLines}; Gross ${shown(gross)} is not net ${shown(net)} plus VAT ${shown(vat)}`;
}

function rowOf(entry: SalesEntry): Item[] {
	const { amounts, classification, completeness, lines, paymentType } = entry;
	const major = majorOf(entry);
	return [
		{
			gross: major(amounts.gross),
			net: major(amounts.net),
			vat: major(amounts.vat),
			paymentType,
			solution: classification.solution,
			salesCategory: classification.salesCategory,
			lineCount: lines?.length ?? 0,
			hasVatBreakdown: completeness.hasVatBreakdown,
		},
	];
}

const NO_LINE = Object.fromEntries(
	'lineId name quantity unitPriceGross unitPriceNet discountTotal lineTotalGross lineTotalNet vatRate vatAmount category'
		.split(' ')
		.map((name) => [name, null]),
);

function linesOf(entry: SalesEntry): Item[] {
	const major = majorOf(entry);
	const price = (amount?: number | null) => (amount == null ? null : amount / 100);
	const quantityOf = (quantity: number) => (isRefund(entry) ? negative(quantity) : quantity);
	const saleGross = major(entry.amounts.gross);
	if (!entry.lines?.length) return [{ ...NO_LINE, saleGross }];
	return entry.lines.map((line, at) => ({
		lineId: line.lineId ?? null,
		name: line.name ?? null,
		quantity: quantityOf(line.quantity),
		unitPriceGross: price(line.unitPriceGross),
		unitPriceNet: price(line.unitPriceNet),
		discountTotal: major(line.discountTotal),
		lineTotalGross: major(line.lineTotalGross),
		lineTotalNet: major(line.lineTotalNet),
		vatRate: price(line.vatRate),
		vatAmount: major(line.vatAmount),
		category: line.category ?? null,
		saleGross: at === 0 ? saleGross : null,
	}));
}

const isRefund = ({ entryType }: SalesEntry) => entryType === 'refund';

/** Below zero, and zero itself never as −0. */
const negative = (value: number) => 0 - Math.abs(value);

/** Kroner or euro; a refund's are negative. */
const majorOf = (entry: SalesEntry) => (amount?: number | null) => {
	if (amount == null) return null;
	return (isRefund(entry) ? negative(amount) : amount) / 100;
};

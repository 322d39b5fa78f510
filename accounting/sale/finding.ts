import type { SalesEntry } from '../../vipps/api/salesEntry';
import { cashRoundingOf } from '../currency';
import { formatAmount, sum, withSign } from '../money';
import { preview, shorten } from '../../vipps/outcome/preview';
import { addsUp, hasOneSign, isProduct } from './invariants';
import type { Line, Money, Sale } from './readSale';

const MOST_LINES = 2;
const LONGEST_NAME = 40;

/** Writes an amount in words. */
type Tell = (amount: number | null) => string;

/**
 * In words, which documented rules a sale breaks; null if it breaks none. A cash amount that was rounded to coins breaks none. Amounts of a
 * refund are written without a sign.
 *
 * @param sent the sale with the signs that it was sent with
 * @param sale the same sale, a refund with the signs of a credit note
 */
export function findingOf(entry: SalesEntry, sent: Sale, sale: Sale): string | null {
	const findings = [
		...currencyFinding(entry, sale),
		...sumFindings(sent, sale, roundingOf(entry)),
		...lineFindings(sent, sale),
	];
	return findings.length > 0 ? findings.join('; ') : null;
}

function currencyFinding({ currency }: SalesEntry, sale: Sale): string[] {
	if (sale.currency.isKnown) return [];
	const isGiven = currency !== undefined && currency !== null;
	const which = isGiven ? `Currency ${preview(currency)} is unknown` : 'The currency is missing';
	return [`${which}: amounts are shown with two decimals`];
}

/** The least difference, in minor units, that counts as not adding up. */
function roundingOf({ paymentType, currency }: SalesEntry): number {
	const isCash = typeof paymentType === 'string' && paymentType.toUpperCase() === 'CASH';
	return isCash ? Math.max(1, cashRoundingOf(currency)) : 1;
}

function sumFindings(sent: Sale, sale: Sale, rounding: number): string[] {
	const { gross, vat, lines } = sale;
	const tell = tellerOf(sale);
	const what = sale.isRefund ? 'the refund' : 'the sale';
	const grossOfLines = sumOf(lines.map((line) => line.gross));
	const vatOfLines = sumOf(lines.map((line) => line.vat));
	const findings: string[] = [];
	if (differ(grossOfLines, gross, rounding)) {
		findings.push(`Order lines add up to ${tell(grossOfLines)}, ${what} is ${tell(gross)}`);
	}
	if (differ(vatOfLines, vat, 1)) {
		const ofWhat = `VAT of ${what} is ${tell(vat)}`;
		findings.push(`VAT of the order lines adds up to ${tell(vatOfLines)}, ${ofWhat}`);
	}
	const split = splitOf(sent, sale);
	if (differ(sumOf([split.net, split.vat]), split.gross, rounding)) {
		findings.push(capitalised(tellSplit(split, tell)));
	}
	if (!hasOneSign(sent)) findings.push(capitalised(tellSigns(sent, sale)));
	return findings;
}

function lineFindings(sent: Sale, sale: Sale): string[] {
	const misfits = sale.lines.flatMap((line, at) => {
		const asSent = sent.lines[at] ?? line;
		const isFit =
			isProduct(line) !== false && addsUp(splitOf(asSent, line)) !== false && hasOneSign(asSent);
		return isFit ? [] : [{ line, asSent, at }];
	});
	const told = misfits.slice(0, MOST_LINES).map(({ line, asSent, at }) => {
		const name = typeof line.name === 'string' && line.name !== '' ? line.name : undefined;
		const which = name === undefined ? '' : ` (${shorten(name, LONGEST_NAME)})`;
		return `Line ${at + 1}${which}: ${tellLine(line, asSent, sale)}`;
	});
	const others = misfits.length - told.length;
	if (others === 1) told.push('1 more line does not fit');
	if (others > 1) told.push(`${others} more lines do not fit`);
	return told;
}

function tellLine(line: Line, asSent: Line, sale: Sale): string {
	const tell = tellerOf(sale);
	const split = splitOf(asSent, line);
	const parts: string[] = [];
	if (isProduct(line) === false) {
		const pieces = (line.quantity ?? 0) * (sale.isRefund ? -1 : 1);
		const quantity = `${pieces < 0 ? '−' : ''}${Math.abs(pieces)}`;
		const price = formatAmount(line.unitPriceGross ?? 0, sale.currency.decimals);
		parts.push(`${quantity} × ${price} − ${tell(line.discount)} is not ${tell(line.gross)}`);
	}
	if (addsUp(split) === false) parts.push(tellSplit(split, tell));
	if (!hasOneSign(asSent)) parts.push(tellSigns(asSent, sale));
	return parts.join(', ');
}

/**
 * Gross, net and VAT of a sale or line, to be added up. Signs that differ were chosen so that the amounts add up; if they were
 * sent alike, they have to add up so.
 */
function splitOf(sent: Money, { gross, net, vat }: Money): Money {
	if (!hasOneSign(sent) || hasOneSign({ gross, net, vat })) return { gross, net, vat };
	const sign = gross !== null && gross > 0 ? 1 : -1;
	return { gross, net: withSign(net, sign), vat: withSign(vat, sign) };
}

const tellSplit = ({ gross, net, vat }: Money, tell: Tell): string =>
	`gross ${tell(gross)} is not net ${tell(net)} plus VAT ${tell(vat)}`;

function tellSigns({ gross, net, vat }: Money, { currency }: Sale): string {
	const given = Object.entries({ gross, net, VAT: vat }).flatMap(([name, amount]) =>
		amount ? `${name} ${formatAmount(amount, currency.decimals)}` : [],
	);
	return `${given.slice(0, -1).join(', ')} and ${given.at(-1)} were sent with different signs`;
}

const tellerOf =
	({ isRefund, currency }: Sale): Tell =>
	(amount) =>
		formatAmount(isRefund ? 0 - (amount ?? 0) : (amount ?? 0), currency.decimals);

/** Null if there are none, or one is missing. */
function sumOf(amounts: Array<number | null>): number | null {
	const given = amounts.filter((amount) => amount !== null);
	return given.length > 0 && given.length === amounts.length ? sum(given) : null;
}

const differ = (one: number | null, other: number | null, from: number): boolean =>
	one !== null && other !== null && Math.abs(one - other) >= from;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

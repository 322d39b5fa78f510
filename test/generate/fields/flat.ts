import { flag, number, text, whole, type Field } from './field';

const major = { unit: 'kroner or euro' };
const refundNegative = { ...major, sign: 'negative for a refund' };
const noVat = 'null: no VAT was given';
const noLines = 'null: the sale has no lines';
const noLinesOrVat = 'null: no lines, or no VAT on this one';

/** The fields that rows and lines share, each in its own place. */
const shared = {
	date: text('date', 'The day to book it on: the ledger date, else the day of `time`', {
		unit: '`YYYY-MM-DD`, where the merchant is',
	}),
	entryType: text('entryType', '`capture` (a payment), `refund`, or a type that Vipps adds later'),
	currency: text('currency', 'Of all its amounts', {
		unit: '`NOK`, `DKK`, `EUR`',
	}),
	reference: text('reference', 'The order: all its captures and refunds have the same'),
	finding: text(
		'finding',
		'In words, which rule the whole sale breaks, such as lines that do not add up',
		{ none: 'null: none' },
	),
	ledgerId: text('ledgerId', 'The ledger that the sale is on'),
	time: text('time', 'When it happened', { unit: 'ISO 8601, UTC' }),
	pspReference: text('pspReference', 'The payment transaction: one capture or refund', {
		none: 'null: no payment provider took part (cash)',
	}),
	ledgerDate: text('ledgerDate', 'The date that it was asked for by', {
		unit: '`YYYY-MM-DD`, where the merchant is',
		none: 'null but for Get by Date',
	}),
	dedupeKey: text('dedupeKey', 'The same whenever the same sale is read', {
		none: 'missing but for Get From Feed and the trigger',
	}),
};

/** An item of the output Simplified. */
export const rowFields: Field[] = [
	shared.date,
	shared.entryType,
	number('gross', 'What the customer paid or got back, VAT included', refundNegative),
	number('net', 'Without VAT', { ...refundNegative, none: noVat }),
	number('vat', 'The VAT', { ...refundNegative, none: noVat }),
	shared.currency,
	shared.reference,
	text('paymentType', '`CARD`, `CASH`, `WALLET`, or a later one'),
	text('salesCategory', "The merchant's category for the whole sale", {
		none: 'null: none was given',
	}),
	shared.finding,
	shared.ledgerId,
	shared.time,
	shared.pspReference,
	shared.ledgerDate,
	text('solution', 'How it was sold: `MPOS`, `SHOPPING_BASKET`, `VARIABLE_AMOUNT`, or a later one'),
	whole('lineCount', 'How many order lines there are; 0 if none were given'),
	flag('hasVatBreakdown', 'Whether the VAT was given'),
	shared.dedupeKey,
];

/** A field of an order line: the amounts without a sign are prices, which stay positive. */
const ofLine = (of: typeof text, name: string, meaning: string, more: object = {}): Field =>
	of(name, meaning, { none: noLines, ...more });

const withVat = { none: noLinesOrVat };
const positive = { ...major, sign: 'positive, for a refund too' };

/** An item of the output Order Lines. */
export const lineFields: Field[] = [
	shared.date,
	shared.entryType,
	ofLine(text, 'name', 'What was sold'),
	ofLine(number, 'quantity', 'How many', { sign: 'negative for a refund' }),
	ofLine(number, 'lineTotalGross', 'The line after discount, VAT included', refundNegative),
	ofLine(number, 'lineTotalNet', 'The line after discount, without VAT', {
		...refundNegative,
		...withVat,
	}),
	ofLine(number, 'vatAmount', 'The VAT in the line', { ...refundNegative, ...withVat }),
	ofLine(number, 'vatRate', 'The VAT rate: 25 is 25 %', { unit: 'percent', ...withVat }),
	shared.currency,
	shared.reference,
	shared.finding,
	shared.ledgerId,
	ofLine(number, 'unitPriceGross', 'Price of one before discount, VAT included', positive),
	ofLine(number, 'unitPriceNet', 'Price of one before discount, without VAT', {
		...positive,
		...withVat,
	}),
	ofLine(number, 'discountTotal', 'Discount on the whole line, VAT included', refundNegative),
	ofLine(text, 'category', 'What kind of goods, such as `GOODS`', {
		none: 'null: no lines, or none was given',
	}),
	ofLine(text, 'lineId', 'The line'),
	number('saleGross', 'What the whole sale comes to, VAT included; to be added up over all lines', {
		...refundNegative,
		none: 'null: not the first line of the sale, or none was given',
	}),
	shared.time,
	shared.pspReference,
	shared.ledgerDate,
	shared.dedupeKey,
];

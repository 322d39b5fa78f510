import { flag, number, ours, text, whole, type Field } from './field';

const major = { unit: 'kroner or euro' };
const refundNegative = { ...major, sign: 'negative for a refund' };
const noVat = 'null: no VAT was given';
const noLines = 'null: the sale has no lines';
const noLinesOrVat = 'null: no lines, or no VAT on this one';

/** What rows and lines begin with. */
const identity: Field[] = [
	text('date', 'The day to book it on: the ledger date, else the day of `time`', {
		...ours,
		unit: '`YYYY-MM-DD`, where the merchant is',
	}),
	text('ledgerId', 'The ledger that the sale is on', ours),
	text('dedupeKey', 'The same whenever the same sale is read', {
		...ours,
		none: 'missing but for Get From Feed and the trigger',
	}),
	text('ledgerDate', 'The date that it was asked for by', {
		...ours,
		unit: '`YYYY-MM-DD`, where the merchant is',
		none: 'null but for Get by Date',
	}),
	text('time', 'When it happened', { unit: 'ISO 8601, UTC', from: '`time`' }),
	text('entryType', '`capture` (a payment), `refund`, or a type that Vipps adds later', {
		from: '`entryType`',
	}),
	text('reference', 'The order: all its captures and refunds have the same', {
		from: '`reference`',
	}),
	text('pspReference', 'The payment transaction: one capture or refund', {
		none: 'null: no payment provider took part (cash)',
		from: '`pspReference`',
	}),
	text('currency', 'Of all its amounts', { unit: '`NOK`, `DKK`, `EUR`', from: '`currency`' }),
];

/** What rows and lines end with. */
const finding = text(
	'finding',
	'Which rule the whole sale breaks, such as lines that do not add up',
	{
		...ours,
		none: 'null: none',
	},
);

/** An item of the output Rows. */
export const rowFields: Field[] = [
	...identity,
	number('gross', 'What the customer paid or got back, VAT included', {
		...refundNegative,
		from: '`amounts.gross`',
	}),
	number('net', 'Without VAT', { ...refundNegative, none: noVat, from: '`amounts.net`' }),
	number('vat', 'The VAT', { ...refundNegative, none: noVat, from: '`amounts.vat`' }),
	text('paymentType', '`CARD`, `CASH`, `WALLET`, or a later one', { from: '`paymentType`' }),
	text(
		'solution',
		'How it was sold: `MPOS`, `SHOPPING_BASKET`, `VARIABLE_AMOUNT`, or a later one',
		{
			from: '`classification.solution`',
		},
	),
	text('salesCategory', "The merchant's category for the whole sale", {
		none: 'null: none was given',
		from: '`classification.salesCategory`',
	}),
	whole('lineCount', 'How many order lines there are; 0 when none were given', {
		from: 'counted in `lines`',
	}),
	flag('hasVatBreakdown', 'Whether the VAT was given', { from: '`completeness.hasVatBreakdown`' }),
	finding,
];

/** A field of an order line: the amounts without a sign are prices, which stay positive. */
const ofLine = (of: typeof text, name: string, meaning: string, more: object = {}): Field =>
	of(name, meaning, { none: noLines, from: `\`lines[].${name}\``, ...more });

const withVat = { none: noLinesOrVat };
const positive = { ...major, sign: 'positive, for a refund too' };

/** An item of the output Lines. */
export const lineFields: Field[] = [
	...identity,
	ofLine(text, 'lineId', 'The line'),
	ofLine(text, 'name', 'What was sold'),
	ofLine(number, 'quantity', 'How many', { sign: 'negative for a refund' }),
	ofLine(number, 'unitPriceGross', 'Price of one before discount, VAT included', positive),
	ofLine(number, 'unitPriceNet', 'Price of one before discount, without VAT', {
		...positive,
		...withVat,
	}),
	ofLine(number, 'discountTotal', 'Discount on the whole line, VAT included', refundNegative),
	ofLine(number, 'lineTotalGross', 'The line after discount, VAT included', refundNegative),
	ofLine(number, 'lineTotalNet', 'The line after discount, without VAT', {
		...refundNegative,
		...withVat,
	}),
	ofLine(number, 'vatRate', 'The VAT rate: 25 is 25 %', { unit: 'percent', ...withVat }),
	ofLine(number, 'vatAmount', 'The VAT in the line', { ...refundNegative, ...withVat }),
	ofLine(text, 'category', 'What kind of goods, such as `GOODS`', {
		none: 'null: no lines, or none was given',
	}),
	number('saleGross', 'What the whole sale comes to, VAT included; to be added up over all lines', {
		...refundNegative,
		none: 'null: not the first line of the sale, or none was given',
		from: '`amounts.gross`',
	}),
	finding,
];

import { flag, list, nothing, number, object, text, whole, type Field } from './field';

const minor = { unit: 'øre or cents' };
const asSent = { ...minor, sign: 'as sent' };
const noVat = 'null or missing: no VAT was given';

/** An item of the output Entries: the sale as Vipps sends it. */
export const entryFields: Field[] = [
	text('ledgerId', 'The ledger that it is on'),
	text('ledgerDate', 'The date that it was asked for by', {
		unit: '`YYYY-MM-DD`, where the merchant is',
		none: 'missing but for Get by Date',
	}),
	text('entryType', '`capture` (a payment), `refund`, or a type that Vipps adds later'),
	text('time', 'When it happened', { unit: 'ISO 8601, UTC' }),
	text('pspReference', 'The payment transaction: one capture or refund', {
		none: 'null: no payment provider took part (cash)',
	}),
	text('reference', 'The order: all its captures and refunds have the same'),
	text('currency', 'Of all its amounts', { unit: '`NOK`, `DKK`, `EUR`' }),
	text('paymentType', '`CARD`, `CASH`, `WALLET`, or a later one'),
	object('classification', 'What kind of sale'),
	text(
		'classification.solution',
		'How it was sold: `MPOS` (mobile point of sale), `SHOPPING_BASKET`, `VARIABLE_AMOUNT` (the customer typed an amount), or a later one',
	),
	text('classification.salesCategory', "The merchant's category for the whole sale", {
		none: 'null: none was given',
	}),
	object('amounts', 'The money'),
	whole('amounts.gross', 'What the customer paid or got back, VAT included', asSent),
	whole('amounts.net', 'Without VAT', { ...asSent, none: noVat }),
	whole('amounts.vat', 'The VAT', { ...asSent, none: noVat }),
	list('lines', 'The order lines', {
		none: 'null, missing or empty: no lines were given, as for a typed amount',
	}),
	text('lines[].lineId', 'The line'),
	text('lines[].name', 'What was sold'),
	number('lines[].quantity', 'How many', { sign: 'as sent' }),
	whole('lines[].unitPriceGross', 'Price of one before discount, VAT included', asSent),
	whole('lines[].unitPriceNet', 'Price of one before discount, without VAT', {
		...asSent,
		none: noVat,
	}),
	whole('lines[].discountTotal', 'Discount on the whole line, VAT included', asSent),
	whole('lines[].lineTotalGross', 'The line after discount, VAT included', asSent),
	whole('lines[].lineTotalNet', 'The line after discount, without VAT', { ...asSent, none: noVat }),
	whole('lines[].vatRate', 'The VAT rate: 2500 is 25 %', {
		unit: 'hundredths of a percent',
		none: noVat,
	}),
	whole('lines[].vatAmount', 'The VAT in the line', { ...asSent, none: noVat }),
	text('lines[].category', 'What kind of goods, such as `GOODS`', { none: 'null: none was given' }),
	nothing('customer', 'Reserved by Vipps', { none: 'always null' }),
	object('completeness', 'What was given at all; see [What null means](#what-null-means)'),
	flag('completeness.hasLineItems', 'Whether there are order lines'),
	flag('completeness.hasVatBreakdown', 'Whether the VAT was given'),
	flag('completeness.hasCustomerIdentity', 'Whether the customer is known'),
];

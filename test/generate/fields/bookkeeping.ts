import { flag, list, number, text, whole, type Field } from './field';

const major = { unit: 'kroner or euro' };
const signed = { ...major, sign: 'a debit is positive, a credit negative' };
const lessRefunds = { ...major, sign: 'signed' };
const ofSales = { none: 'missing for payouts' };
const ofPayouts = { none: 'missing for sales' };
const date = { unit: '`YYYY-MM-DD`' };
const onlyEstimated = { none: 'missing, unless **Missing VAT** is **Use a VAT Rate**' };

const key = text(
	'voucherKey',
	'What the voucher is of, the same whenever it is prepared again: keep it to avoid duplicates',
);
const voucherDate = text('date', 'The day to book on; of a period its last day', date);
const ledgerId = text('ledgerId', 'The ledger');
const currency = text('currency', 'Of all its amounts', { unit: '`NOK`, `DKK`, `EUR`' });
const status = text('status', '`ready`, or `needsReview` if there is a reason');
const reasons = list('reasons', 'What a person has to look at, in words; empty: nothing');

const unit = text(
	'unit',
	'The first sales unit, and how many more there are; the ledger ID without one',
);
const vatRate = text('vatRate', 'A number, in percent, or `none given`');

/** What a line has in both outputs. */
const lineFields = (prefix: string): Field[] => [
	whole(`${prefix}line`, 'Its number in the voucher, from 1'),
	text(`${prefix}account`, 'The account'),
	text(`${prefix}text`, 'What it is'),
	text(`${prefix}vatCode`, 'The VAT code of its row', { none: 'null: none' }),
	number(`${prefix}debit`, 'The amount, if it is a debit; else 0', major),
	number(`${prefix}credit`, 'The amount, if it is a credit; else 0', major),
	number(`${prefix}amount`, 'Debit − credit. The lines of a voucher add up to 0', signed),
	number(`${prefix}vatRate`, 'Of the sales in it', { unit: 'percent', none: 'null: none' }),
	text(
		`${prefix}role`,
		'`clearing`, `cash`, `sales`, `vat`, `fee`, `feesPayable`, `bank`, `inTransit`, `rounding`, or `interim` for what a person has to look at',
	),
	flag(`${prefix}vatEstimated`, 'true: Vipps gave no VAT rate, and yours was used', onlyEstimated),
];

/** An item of the output Lines. */
export const voucherLineFields: Field[] = [
	voucherDate,
	key,
	...lineFields(''),
	currency,
	ledgerId,
	status,
	reasons,
];

/** An item of the output Vouchers. */
export const voucherFields: Field[] = [
	key,
	text('kind', '`sales`, `payout` or `fees`'),
	status,
	reasons,
	voucherDate,
	ledgerId,
	unit,
	text('organisationNumber', 'Of the owner of the ledger', { none: 'null: not given' }),
	currency,
	text('text', 'The voucher text'),
	number('debit', 'Sum of the debits', major),
	number('credit', 'Sum of the credits: the same', major),
	list('lines', 'The lines'),
	...lineFields('lines[].'),
	whole('lines[].count', 'How many sales or refunds are in it'),
	whole('sales', 'How many sales are in it', ofSales),
	whole('refunds', 'How many refunds are in it', ofSales),
	list('references', 'Their references', { none: 'missing but for **Include References**' }),
	text('payoutNumber', 'The number of the payout', {
		none: 'null if Vipps sent none; missing for sales',
	}),
	text('fromDate', 'The first ledger date in the payout', { ...date, ...ofPayouts }),
	text('toDate', 'The last one', { ...date, ...ofPayouts }),
	number('opening', 'The balance before the payout', { ...lessRefunds, ...ofPayouts }),
	number('payout', 'What is paid out', { ...major, ...ofPayouts }),
	text('bankText', 'The text on the bank statement', {
		none: 'null if it is not known; missing for sales',
	}),
	number('vatRoundingDifference', 'VAT of the sales − VAT of the sums. It is not posted', major),
	list('findings', 'The reasons as data'),
	text('findings[].code', 'The kind of reason'),
	whole('findings[].count', 'How many sales or refunds it is about'),
	number('findings[].amount', 'What they come to', { ...major, sign: 'refunds are negative' }),
	text('contentHash', 'Changes if, and only if, the sales of the voucher do'),
];

const forGroup = (group: string) => ({ none: `missing, unless **Group By** is **${group}**` });
const negative = { ...major, sign: 'negative' };

/** What a check of accounts finds. */
export const accountCheckFields: Field[] = [
	ledgerId,
	vatRate,
	text('category', 'Of the order line, else of the sale', { none: 'null: none' }),
	text('solution', 'How it was sold', { none: 'null: not given' }),
	text('account', 'The sales account', { none: 'missing at **Missing**' }),
	text('vatCode', 'The VAT code of its row', { none: 'null: none; missing at **Missing**' }),
	whole('count', 'How many sales and refunds it is about'),
	number('amount', 'What they come to', lessRefunds),
	currency,
	unit,
];

/** A row of a VAT summary. */
export const summaryFields: Field[] = [
	text('date', 'The day', { ...date, none: 'missing with **Per** set to **Period**' }),
	text('fromDate', 'The first day', { ...date, none: 'missing with **Per** set to **Day**' }),
	text('toDate', 'The last day', { ...date, none: 'missing with **Per** set to **Day**' }),
	ledgerId,
	vatRate,
	text('category', 'Of the order line, else of the sale', forGroup('VAT Rate and Category')),
	text('paymentType', 'As Vipps sent it', forGroup('VAT Rate and Payment Type')),
	text('solution', 'As Vipps sent it', forGroup('VAT Rate and Solution')),
	number('sales', 'Sales, VAT included', major),
	number('refunds', 'Refunds, VAT included', negative),
	number('gross', 'Sales and refunds together', lessRefunds),
	number('net', 'Gross − VAT', lessRefunds),
	number('vat', 'VAT', lessRefunds),
	whole('count', 'How many sales and refunds are in it'),
	currency,
	unit,
];

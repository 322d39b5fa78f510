import { flag, list, number, object, text, whole, type Field } from './field';

const major = { unit: 'kroner or euro' };
const signed = { ...major, sign: 'signed' };
const minor = { unit: 'øre or cents', sign: 'signed' };
const either = { unit: 'kroner or euro, in Raw øre or cents' };
const plus = { ...either, sign: 'positive' };
const minus = { ...either, sign: 'negative' };
const eitherSigned = { ...either, sign: 'signed' };
const date = { unit: '`YYYY-MM-DD`' };
const currency = text('currency', 'Of all its amounts', { unit: '`NOK`, `DKK`, `EUR`' });
const noBalance = 'null: Vipps sent none';
const withTransactions = 'missing but for Include Transactions';

/** A payout. Its own entry, its transactions and its fees have the fields of those outputs. */
export const payoutFields: Field[] = [
	text('ledgerId', 'The ledger'),
	text('payoutNumber', 'Its number on the ledger, as in the bank text', {
		none: 'null while open, or if Vipps sent none',
	}),
	text('ledgerDate', 'The ledger date whose end it was scheduled at', {
		...date,
		none: 'null while open',
	}),
	number('payout', 'What is paid out; 0 while open', plus),
	currency,
	number('sales', 'Captures', plus),
	number('refunds', 'Refunds', minus),
	number('fees', 'Fees that were deducted. With gross settlement 0: fees are invoiced', {
		...minus,
		sign: 'negative, rarely positive',
	}),
	text(
		'bankText',
		'The text on the bank statement: as Vipps sent it, else as Norwegian banks show it',
		{
			none: 'null if it is not known',
		},
	),
	text('finding', 'In words, why it is not to be trusted, such as a balance that does not fit', {
		none: 'null: everything adds up',
	}),
	text(
		'status',
		'`scheduled`: on its way or paid; `returned`: the money came back; `open`: not paid out yet',
	),
	text('returnedDate', 'The ledger date on which the money came back', {
		...date,
		none: 'null: it did not, or not within 7 days',
	}),
	text('expectedBankDate', 'When to expect it at the bank: an estimate that knows no holidays', {
		...date,
		none: 'null while open',
	}),
	text('fromDate', 'The first ledger date with a transaction in it', date),
	text('toDate', 'The last one', date),
	number('opening', 'The balance before it, such as a reserve from the payout before', {
		...eitherSigned,
		none: noBalance,
	}),
	number(
		'disputes',
		'Captures held back because a customer disputes them, and those given back',
		eitherSigned,
	),
	number('corrections', 'Corrections by Vipps', eitherSigned),
	number('topUps', 'Money that the merchant paid in', plus),
	number('returned', 'Earlier payouts that came back', plus),
	number('other', 'Transactions of any other type', eitherSigned),
	number('closing', 'The balance that stays on the ledger', { ...eitherSigned, none: noBalance }),
	list('ledgerDates', 'The ledger dates with a transaction in it'),
	object(
		'counts',
		'How many transactions are in each sum: `counts.sales`, `counts.refunds` and so on',
	),
	object('entry', 'The payout as Vipps sent it; see [Raw](#transactions-and-fees-raw)', {
		none: 'missing but for Raw; null while open',
	}),
	list(
		'transactions',
		'Its transactions, the payout included, in the selected [output](#output-of-transactions-and-fees)',
		{ none: withTransactions },
	),
	list('feeEntries', 'Each fee that was deducted from it, in the same output', {
		none: withTransactions,
	}),
];

/** What is described in words, or elsewhere. */
export const isDescribedElsewhere = (name: string): boolean =>
	/^(?:counts|entry|transactions\[\]|feeEntries\[\])\./.test(name);

/** A ledger date. */
export const statementFields: Field[] = [
	text('ledgerId', 'The ledger'),
	text('ledgerDate', 'The date', date),
	number('opening', 'The balance at its beginning', { ...signed, none: 'null if it is not known' }),
	number('sales', 'Captures', { ...major, sign: 'positive' }),
	number('refunds', 'Refunds', { ...major, sign: 'negative' }),
	number('fees', 'Fees that were deducted', { ...major, sign: 'negative, rarely positive' }),
	number('payouts', 'What was paid out', { ...major, sign: 'negative' }),
	number(
		'other',
		'Everything else: disputes, corrections, top-ups, payouts that came back',
		signed,
	),
	number('closing', 'The balance at its end: the sum of the six before', {
		...signed,
		none: 'null if it is not known',
	}),
	{ ...currency, none: 'null if it is not known' },
	flag('isFinal', 'Whether nothing more comes on this date'),
	text('payoutNumber', 'The payout of this date', { none: 'null: there was none' }),
	text('finding', 'In words, where the balances do not fit', { none: 'null: they do' }),
];

const shared = {
	ledgerDate: text('ledgerDate', 'Its ledger date', date),
	entryType: text('entryType', 'What it is; see [entry types](#entry-types)'),
	reference: text('reference', 'The order; of a payout the bank text', {
		none: 'null or empty: there is none',
	}),
	pspReference: text(
		'pspReference',
		'The payment transaction; of a payout the ledger and its number',
		{
			none: 'null: there is none',
		},
	),
	ledgerId: text('ledgerId', 'The ledger'),
	time: text('time', 'When it happened. Fees deducted and payouts bear a time of the next day', {
		unit: 'ISO 8601, UTC',
	}),
	recipientHandle: text('recipientHandle', 'The number that was paid to', {
		none: 'null or empty: there is none',
	}),
	isFinal: (none: string) =>
		flag('isFinal', 'Whether nothing more comes on its ledger date', { none }),
};

const withCustomerData = { none: 'missing but for Include Customer Data; null: there is none' };
const customerData: Field[] = [
	text('name', "The customer's name", withCustomerData),
	text('message', "The customer's message", withCustomerData),
	text('maskedPhoneNo', "The end of the customer's phone number", withCustomerData),
];

/** A transaction or a fee in the output Simplified. */
export const transactionRowFields: Field[] = [
	shared.ledgerDate,
	shared.entryType,
	number('amount', 'What changes the balance', signed),
	currency,
	shared.reference,
	shared.pspReference,
	number('balanceAfter', 'The balance behind it', signed),
	shared.isFinal('null from a feed: it is not known'),
	text(
		'finding',
		'In words, if its balance does not follow from the one before: an entry may be missing',
		{
			none: 'null: it does',
		},
	),
	shared.ledgerId,
	number('balanceBefore', 'The balance before it', signed),
	shared.time,
	shared.recipientHandle,
	...customerData,
	text('dedupeKey', 'The same whenever the same entry is read', {
		none: 'missing but for Get From Feed',
	}),
];

/** A transaction or a fee in the output Raw. */
export const transactionEntryFields: Field[] = [
	shared.ledgerId,
	shared.isFinal('missing from a feed'),
	shared.entryType,
	shared.pspReference,
	shared.reference,
	shared.recipientHandle,
	shared.time,
	shared.ledgerDate,
	currency,
	whole('amount', 'What changes the balance', minor),
	whole('balanceBefore', 'The balance before it', minor),
	whole('balanceAfter', 'The balance behind it', minor),
	...customerData,
];

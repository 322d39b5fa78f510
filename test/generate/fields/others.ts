import { flag, list, object, text, whole, type Field } from './field';

const saved = { unit: 'ISO 8601, UTC' };
const ledger = text('ledgerId', 'The ledger');
const feed = text(
	'feed',
	'The feed that the cursor belongs to: `sales`, `funds` (transactions) or `fees`',
);

/** A ledger, as Vipps sends it. */
const ledgerFields: Field[] = [
	text('ledgerId', 'What the other operations know the ledger by. A text: a leading zero counts'),
	text('currency', 'Of all amounts on the ledger', { unit: '`NOK`, `DKK`, `EUR`' }),
	object('payoutBankAccount', 'Where Vipps pays out to'),
	text('payoutBankAccount.scheme', 'What kind of account number, such as `BBAN:NO`'),
	text('payoutBankAccount.id', 'The account number'),
	object('owner', 'The merchant'),
	text('owner.scheme', 'What kind of number, such as `business:NO:ORG`'),
	text('owner.id', 'The organisation number, CVR number or business ID'),
	list(
		'settlesForRecipientHandles',
		'Whose sales are on it: Vipps and MobilePay numbers with their country (`NO:123456`), API sales units (`api:123456`)',
	),
	list('salesUnits', 'The same, with their names', { none: 'may be missing' }),
	text('salesUnits[].name', 'The name of the sales unit'),
	text('salesUnits[].recipientHandle', 'Its handle, as above'),
];

const checkpointFields: Field[] = [
	feed,
	ledger,
	text('cursor', 'Where to go on. Opaque: keep it as it is', {
		none: 'never; empty as long as Vipps has given none',
	}),
	whole('count', 'How many sales, transactions or fees were returned, whatever the output'),
	flag('hasMore', 'Whether Vipps has, or may have, more after the cursor'),
];

const savedFields: Field[] = [
	feed,
	ledger,
	text('cursor', 'The checkpoint from now on'),
	text('savedAt', 'When it was saved', { ...saved, none: 'null: nothing is saved' }),
	text('previousCursor', 'The checkpoint before; empty if there was none'),
	flag('saved', 'Whether n8n keeps it: not in a manual execution, and not if the cursor was empty'),
];

const keptFields: Field[] = [
	feed,
	ledger,
	text('cursor', 'The saved checkpoint; empty if there is none'),
	text('savedAt', 'When it was saved', { ...saved, none: 'null: nothing is saved' }),
];

const clearedFields: Field[] = [
	feed,
	ledger,
	text('previousCursor', 'The checkpoint until now; empty if there was none'),
	flag('cleared', 'Whether n8n keeps that it is gone: not in a manual execution'),
];

/** What the trigger adds to each item. */
export const triggerFields: Field[] = [
	text(
		'dedupeKey',
		'The same whenever the same sale is read: ledger, type and `pspReference`, or what a cash sale has in its place; for an order line with `#` and its place',
	),
];

/** What the trigger of payouts adds to each item. */
export const settlementTriggerFields: Field[] = [
	text('dedupeKey', 'The same whenever the same payout, date, transaction or fee is read'),
];

/** The fields of checkpoints of Vipps Settlement, which the document tells once: with those of Vipps Sales. */
export const settlementCheckpointFields: Record<string, Field[]> = {
	'settlement-transaction-get-from-feed': checkpointFields,
	'settlement-fee-get-from-feed': checkpointFields,
	'settlement-checkpoint-save': savedFields,
	'settlement-checkpoint-get': keptFields,
	'settlement-checkpoint-clear': clearedFields,
};

/** The fields of the items that are no sales, by part of the document. */
export const otherFields: Record<string, Field[]> = {
	'ledger-get-many': ledgerFields,
	'sale-get-from-feed': checkpointFields,
	'checkpoint-save': savedFields,
	'checkpoint-get': keptFields,
	'checkpoint-clear': clearedFields,
};

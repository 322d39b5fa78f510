import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { chainsByDate } from '../../../accounting/settlement/chainsByDate';
import {
	transactionShapeNames,
	transactionShapes,
	type TransactionShape,
} from '../../../accounting/settlement/transaction';
import { transactionKey } from '../../../accounting/settlement/transactionKey';
import type { ReportList, ReportOptions } from '../../../vipps/api/report';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import type { Hints } from '../../../vipps/hints';
import type { ToItems } from '../../../vipps/paging/take';
import { readBoolean } from '../parameters/values/boolean';
import { readChoice } from '../parameters/values/choice';
import type { ParameterContext } from '../parameters/values/value';

/** In which form transactions or fees are returned. */
export const transactionOutputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'rows',
	description: 'How each entry is returned',
	options: [
		{
			name: 'Simplified',
			value: 'rows',
			description: 'One flat item per entry. Amounts in kroner or euro, with their sign.',
		},
		{
			name: 'Raw',
			value: 'entries',
			description: 'One item per entry, as Vipps sent it. Amounts in øre or cents.',
		},
	],
};

/** @throws NodeOperationError if an expression gives a name that is not an output */
export const readTransactionShape = (
	context: ParameterContext,
	itemIndex?: number,
): TransactionShape =>
	readChoice(
		context,
		{ parameter: 'Output', name: 'output', fallback: 'rows', itemIndex },
		transactionShapeNames,
	);

/** An entry of an operation's Options. */
export const customerDataOption: INodeProperties = {
	displayName: 'Include Customer Data',
	name: 'includeCustomerData',
	type: 'boolean',
	default: false,
	description:
		'Whether to include name, message and masked phone number of the customer. Vipps has them for Vipps and MobilePay numbers only.',
};

/** Shown as long as the option is on. */
export const customerDataNotice: INodeProperties = {
	displayName:
		'Names, messages and phone numbers of customers are personal data. Include them only if you need them, and delete them when you no longer do.',
	name: 'customerDataNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '/options.includeCustomerData': [true] } },
};

/** @throws NodeOperationError if it is neither true nor false */
export const readReportOptions = (
	context: IExecuteFunctions,
	itemIndex: number,
): Required<ReportOptions> => ({
	includeCustomerData: readBoolean(context, {
		parameter: customerDataOption.displayName,
		name: 'options.includeCustomerData',
		fallback: false,
		itemIndex,
	}),
});

/** How the entries of one list of a ledger are mapped. */
export interface TransactionItems {
	ledgerId: string;
	list: ReportList;
	shape: TransactionShape;
	hasCustomerData: boolean;
	/** Whether they come from a feed, so that each has a `dedupeKey`, and it is not known whether its date is final. */
	isFeed: boolean;
}

/** The function that maps entries to items, which follow one another on the ledger. */
export function toTransactions(
	hints: Hints,
	{ ledgerId, list, shape, hasCustomerData, isFeed }: TransactionItems,
): ToItems<ReportEntry, IDataObject> {
	const findingOf = chainsByDate();
	const isFinal = isFeed ? null : false;
	return (entries) =>
		entries.flatMap((entry) => {
			const finding = findingOf(entry);
			if (finding !== null) hints.count('warning', finding, brokenChains);
			const items = transactionShapes[shape](entry, {
				ledgerId,
				isFinal,
				finding,
				hasCustomerData,
			});
			for (const item of items) {
				if (typeof item.shapeError === 'string')
					hints.count('warning', item.shapeError, shapeErrors);
				if (isFeed && shape === 'rows') item.dedupeKey = transactionKey(ledgerId, list, entry);
			}
			return items;
		});
}

const brokenChains = (first: string, count: number): string =>
	`An entry may be missing, doubled or changed in ${count === 1 ? 'one place' : `${count} places`}: ${first}.`;

const shapeErrors = (first: string, count: number): string =>
	count === 1
		? `An entry can't be read and came out as Vipps sent it, with shapeError: ${first}`
		: `${count} entries can't be read and came out as Vipps sent them, with shapeError: ${first}`;

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Run } from '../../../vipps/run';
import { grantedLedgers } from '../ledgers/grantedLedgers';
import { ledgerField, ledgerIdsField, readLedgerId, readLedgerIds } from './ledger';
import { readChoice } from './values/choice';

const choices = ['one', 'all', 'selected'] as const;
type Choice = (typeof choices)[number];

/** Shows a field for some choices of Ledgers alone. */
export const forLedgers = (field: INodeProperties, ...ledgers: Choice[]): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, show: { ...field.displayOptions?.show, ledgers } },
});

/** One ledger, all of them, or some. */
export const ledgersFields: INodeProperties[] = [
	{
		displayName: 'Ledgers',
		name: 'ledgers',
		type: 'options',
		noDataExpression: true,
		default: 'one',
		description: 'The ledgers to read',
		options: [
			{ name: 'One', value: 'one', description: 'Select it below' },
			{ name: 'All', value: 'all', description: 'Every ledger that you have access to' },
			{ name: 'Selected', value: 'selected', description: 'Only the ledgers that you select' },
		],
	},
	forLedgers(ledgerField, 'one'),
	ledgerIdsField,
];

/** A ledger to read. */
export interface WantedLedger {
	ledgerId: string;
	/** Of its merchant, if it is known. */
	timeZone?: string;
}

/** Which ledgers are wanted. */
export interface LedgerChoice {
	/** Whether there may be several, so that one that fails does not stop the others. */
	isSeveral: boolean;
	/** Whether they are all that these keys may read. */
	isAll: boolean;
	/**
	 * The ledgers. All of them are read from Vipps once per execution.
	 *
	 * @throws NodeApiError as the ledger list does
	 * @throws NodeOperationError if these keys do not open what the node reads
	 */
	list(run: Run): Promise<WantedLedger[]>;
}

/** @throws NodeOperationError for a bad choice or ID, before any call */
export function readLedgers(context: IExecuteFunctions, itemIndex: number): LedgerChoice {
	const field = { parameter: 'Ledgers', name: 'ledgers', fallback: 'one', itemIndex };
	const choice = readChoice(context, field, choices);
	if (choice === 'all') {
		return { isSeveral: true, isAll: true, list: grantedLedgers };
	}
	const isSeveral = choice === 'selected';
	const ids = isSeveral ? readLedgerIds(context, itemIndex) : [readLedgerId(context, itemIndex)];
	const list = async (run: Run) => {
		// Keys that do not open them are refused once, not once for each ledger.
		await run.credential();
		return ids.map((ledgerId) => ({ ledgerId }));
	};
	return { isSeveral, isAll: false, list };
}

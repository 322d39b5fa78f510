import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { toLedgerDate } from '../../../accounting/ledgerDates';
import { isSegment } from '../../../vipps/http/path';
import { asObject } from '../../../vipps/unknown';
import { invalidParameter } from '../parameters/values/invalidParameter';
import { toText } from '../parameters/values/text';
import { readValue } from '../parameters/values/value';
import type { EntryWords } from '../checkpoints/feed';
import type { Beginning } from './source';

/** An entry of a trigger's Options: the ledgers that are to be read anew, once. */
export const restartLedgersOption = ({ many }: EntryWords): INodeProperties => ({
	displayName: 'Restart Ledgers',
	name: 'restartLedgers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add ledger',
	description: `Ledgers to read anew, once, such as after Vipps has rejected their cursor. Their ${many} come again with the same dedupeKey.`,
	options: [
		{
			displayName: 'Ledger',
			name: 'ledger',
			values: [
				{
					displayName: 'Ledger Name or ID',
					name: 'ledgerId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getLedgers' },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Restart From',
					name: 'from',
					type: 'options',
					default: 'beginning',
					options: [
						{
							name: 'Beginning',
							value: 'beginning',
							description: `All ${many} since the first one`,
						},
						{ name: 'Date', value: 'date', description: `All ${many} since a date` },
					],
				},
				{
					displayName: 'Date',
					name: 'date',
					type: 'dateTime',
					typeOptions: { dateOnly: true },
					default: '',
					placeholder: 'e.g. 2026-05-16',
					displayOptions: { show: { from: ['date'] } },
					description: 'The first day to read, in the time zone of the merchant',
				},
			],
		},
	],
});

/** A ledger that is to be read anew. */
export interface Restart {
	ledgerId: string;
	/** Tells this setting from another one for the same ledger. */
	key: string;
	beginning: Beginning;
}

const listParameter = {
	parameter: 'Restart Ledgers',
	name: 'options.restartLedgers',
	fallback: {},
};

/** @throws NodeOperationError for a bad ledger, choice or date */
export function readRestarts(context: IPollFunctions): Restart[] {
	const { ledger: entries = [] } = asObject(readValue(context, listParameter));
	const list: unknown[] = Array.isArray(entries) ? entries : [entries];
	return list.map((entry) => {
		const { ledgerId: given, from = 'beginning', date } = asObject(entry);
		const refuse = (parameter: string, value: unknown, wanted: string) =>
			invalidParameter(context, {
				parameter: `${listParameter.parameter}: ${parameter}`,
				given: value,
				wanted,
			});
		const ledgerId = toText(context, { ...listParameter, given });
		if (!isSegment(ledgerId)) throw refuse('Ledger', given, 'a ledger ID');
		if (from === 'beginning') return { ledgerId, key: from, beginning: { kind: from } };
		if (from !== 'date') throw refuse('Restart From', from, 'beginning or date');
		const first = toLedgerDate(date);
		if (first === undefined) throw refuse('Date', date, 'a date such as 2026-05-16');
		return { ledgerId, key: first, beginning: { kind: 'date', date: first } };
	});
}

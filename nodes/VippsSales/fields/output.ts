import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ShapePage } from '../../../vipps/collect';
import { shapeNamed } from '../../../accounting/shapes';
import type { SalesEntry } from '../../../vipps/types';
import { hintOnce } from '../hintOnce';
import { refusal } from './refusal';

/** How sales come out. */
export const outputField: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'entries',
	description: 'What one item of the result is',
	options: [
		{
			name: 'Entries',
			value: 'entries',
			description:
				'One item per sale or refund, exactly as Vipps sent it, with its ledgerId; amounts are whole øre or cents',
		},
		{
			name: 'Rows',
			value: 'rows',
			description:
				'One flat item per sale or refund, for spreadsheets and AI tools; amounts in kroner or euro, negative for refunds',
		},
		{
			name: 'Lines',
			value: 'lines',
			description:
				'One flat item per order line, with its VAT rate; amounts in kroner or euro, totals negative for refunds',
		},
	],
};

/** What turns the entries of one ledger, or of one ledger date, into the items that were asked for. */
type ShapeOf = (ledgerId: string, ledgerDate?: string) => ShapePage<SalesEntry, IDataObject>;

/** @throws NodeOperationError when an expression gives a name that is no output */
export function readOutput(context: IExecuteFunctions, itemIndex: number): ShapeOf {
	const given = context.getNodeParameter('output', itemIndex, 'entries') as unknown;
	const shape = shapeNamed(given);
	if (shape === undefined) {
		const wanted = 'entries, lines or rows';
		throw refusal(context, { parameter: 'Output', given, wanted, itemIndex });
	}
	return (ledgerId, ledgerDate) => {
		const origin = { ledgerId, ledgerDate: ledgerDate ?? null };
		return (entries) => {
			const items = entries.flatMap((entry) => shape(entry, origin));
			hintAtShapeError(context, items);
			return items;
		};
	};
}

/** The executions that have got the hint. */
const hinted = new WeakSet<IExecuteFunctions>();

/** Tells, once in an execution, of the first sale that came out as it was sent. */
function hintAtShapeError(context: IExecuteFunctions, items: IDataObject[]): void {
	if (hinted.has(context)) return;
	const marked = items.find(({ shapeError }) => typeof shapeError === 'string');
	if (marked === undefined) return;
	hinted.add(context);
	const message = `A sale does not fit the selected Output and came out as Vipps sent it, with shapeError: ${String(marked.shapeError)}. Other items may have a shapeError too.`;
	hintOnce(context, { type: 'warning', message });
}

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Draw } from '../rounds/random';
import { compare, isSame } from '../checks/compare';
import type { OutputName } from '../checks/expectedItems';
import type { Part } from '../checks/itemResults';
import type { Tally } from '../report/totals';

/** One workflow run to be made, and how to judge it. */
export interface Job {
	operation: string;
	parameters: INodeParameters;
	/** The input items; each is judged by itself. */
	input: IDataObject[];
	onError: NonNullable<INode['onError']>;
	/** The ledgers that it reads; none for the list of ledgers. */
	ledgerIds: string[];
	/** Whether it fails by nature, whatever the weather. */
	mayFail?: boolean;
	/** Compares what came of one input item with the truth. Called when the whole round is over. */
	judge: (part: Part, index: number, judging: Judging) => void;
}

/** Where a finding goes. */
export interface Judging {
	tally: Tally;
	complain: (problem: string) => void;
}

/** How a run deals with an error, in all of n8n's ways. */
export const drawOnError = (draw: Draw) =>
	draw.oneOf(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const);

/** How sales come out. */
export const drawOutput = (draw: Draw): OutputName =>
	draw.oneOf(['entries', 'entries', 'rows', 'lines']);

/** A ledger's ID out of the input item. */
export const LEDGER_OF_INPUT = { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' };

/** Compares items with what they should be, and counts. */
export function check(
	operation: string,
	expected: readonly unknown[],
	got: readonly unknown[],
	{ tally, complain }: Judging,
): void {
	const counts = tally.of(operation);
	const difference = compare(expected, got);
	counts.checked += got.length;
	counts.missing += difference.missing;
	counts.duplicate += difference.surplus;
	if (isSame(difference)) return;
	const { missing, surplus, disordered, firstMissing, firstSurplus } = difference;
	const first = (text?: string) => (text === undefined ? '' : ` (first ${text})`);
	complain(
		`${missing} missing${first(firstMissing)}, ${surplus} too many${first(firstSurplus)}` +
			(disordered ? ', not in order' : ''),
	);
}

/** A failure that is no feed's: it must bring nothing, so that nobody takes it for all. */
export function checkNothing({ items }: Part, { complain }: Judging): void {
	if (items.length > 0) complain(`${items.length} items came along with an error`);
}

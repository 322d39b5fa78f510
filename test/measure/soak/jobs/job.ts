import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { differenceOf, isSame } from '../../../rigs/difference';
import type { OutputName } from '../checks/expectedItems';
import type { ItemResult } from '../checks/itemResults';
import type { Totals } from '../report/totals';
import type { Random } from '../testBed/random';

/** One workflow run, and how its result is checked. */
export interface Job {
	operation: string;
	/** The node type; Vipps Sales where it is left out. */
	type?: string;
	parameters: INodeParameters;
	/** The input items; the result of each is checked by itself. */
	input: IDataObject[];
	onError: NonNullable<INode['onError']>;
	/** The ledgers that it reads; empty for the list of ledgers. */
	ledgerIds: string[];
	/** Whether it may fail without any fault. */
	mayFail?: boolean;
	/** Compares the result of one input item with the truth. Called after the whole round. */
	check: (result: ItemResult, index: number, checking: Checking) => void;
}

/** Where counts and findings are added. */
export interface Checking {
	totals: Totals;
	addFinding: (finding: string) => void;
}

/** One of n8n's settings for On Error. */
export const randomOnError = (random: Random) =>
	random.oneOf(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const);

/** A value of Output. */
export const randomOutput = (random: Random): OutputName =>
	random.oneOf(['entries', 'entries', 'rows', 'lines']);

/** The ledger ID of the input item. */
export const LEDGER_OF_INPUT = { __rl: true, mode: 'id', value: '={{ $json.ledgerId }}' };

/** Compares items with the expected ones, and counts. */
export function compareItems(
	operation: string,
	expected: readonly unknown[],
	got: readonly unknown[],
	{ totals, addFinding }: Checking,
): void {
	const counts = totals.of(operation);
	const difference = differenceOf(expected, got);
	counts.checked += got.length;
	counts.missing += difference.lost;
	counts.duplicate += difference.duplicates + difference.unexpected;
	if (isSame(difference)) return;
	const { lost, duplicates, unexpected, isReordered, firstLost, firstExtra } = difference;
	const first = (text?: string) => (text === undefined ? '' : ` (first ${text})`);
	addFinding(
		`${lost} missing${first(firstLost)}, ${duplicates + unexpected} too many${first(firstExtra)}` +
			(isReordered ? ', not in order' : ''),
	);
}

/** Except for feeds, an error comes without items, so that nobody takes them for the whole result. */
export function expectNoItems({ items }: ItemResult, { addFinding }: Checking): void {
	if (items.length > 0) addFinding(`${items.length} items came along with an error`);
}

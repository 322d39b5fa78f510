import type { IDataObject } from 'n8n-workflow';
import type { NodeRun } from '../../../rigs/engine/engine';

/** An error as the user sees it. */
interface ShownError {
	message: string;
	description?: string | null;
}

/** What a run returned for one input item. */
export interface ItemResult {
	items: IDataObject[];
	checkpoint?: IDataObject;
	error?: ShownError;
}

/** The results of a run, one for each input item. */
export function resultsByItem(run: NodeRun, inputCount: number): ItemResult[] {
	const results: ItemResult[] = Array.from({ length: inputCount }, () => ({
		items: [],
		error: run.error,
	}));
	for (const [index, items] of run.outputs.entries()) {
		for (const { json, error, pairedItem } of items) {
			const result =
				results[typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0];
			if (result === undefined) throw new RangeError('An item is paired with no input item');
			if ('error' in json) result.error = shownError(json, error);
			else if (index === 1) result.checkpoint = json;
			else result.items.push(json);
		}
	}
	return results;
}

/** The error output has the description beside the json, Continue has it in the json. */
const shownError = (json: IDataObject, error?: ShownError): ShownError => ({
	message: String(json.error),
	description: error?.description ?? (json.description as ShownError['description']),
});

const READABLE =
	/^Could not get (?:the ledgers|(?:the (?:sales?|transactions|fees|feed)|anything) .*\bledger \w+)/;
const TECHNICAL_WORDS = /undefined|\[object |\bNaN\b|\n\s+at |TypeError|axios/;

/** Why a bookkeeper cannot read an error; undefined if it is readable. */
export function unreadableBecause({ message, description }: ShownError): string | undefined {
	if (!READABLE.test(message)) {
		return `its message does not say what could not be got: ${message}`;
	}
	if (typeof description === 'string' && description.length < 20) {
		return `its description explains nothing: ${description}`;
	}
	const words = TECHNICAL_WORDS.exec(`${message}\n${description ?? ''}`);
	return words ? `it speaks to programmers: ${words[0]}` : undefined;
}

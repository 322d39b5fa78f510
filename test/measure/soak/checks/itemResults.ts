import type { IDataObject } from 'n8n-workflow';
import type { NodeRun } from '../../../rigs/engine/engine';

/** An error as the user sees it. */
interface ShownError {
	message: string;
	description?: string | null;
}

/** What one input item of a run brought. */
export interface Part {
	items: IDataObject[];
	checkpoint?: IDataObject;
	error?: ShownError;
}

/** A run, taken apart by the input items that its items belong to. */
export function partsOf(run: NodeRun, inputCount: number): Part[] {
	const parts: Part[] = Array.from({ length: inputCount }, () => ({ items: [], error: run.error }));
	for (const [index, items] of run.outputs.entries()) {
		for (const { json, error, pairedItem } of items) {
			const part =
				parts[typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0];
			if (part === undefined) throw new RangeError('An item is paired with no input item');
			if ('error' in json) part.error = shownError(json, error);
			else if (index === 1) part.checkpoint = json;
			else part.items.push(json);
		}
	}
	return parts;
}

/** The error output keeps the description beside the json, Continue within. */
const shownError = (json: IDataObject, error?: ShownError): ShownError => ({
	message: String(json.error),
	description: error?.description ?? (json.description as ShownError['description']),
});

const PROGRAMMERS_WORDS = /undefined|\[object |\bNaN\b|\n\s+at |TypeError|axios/;

/** What makes an error unreadable to a bookkeeper; undefined when nothing does. */
export function complaintAboutError({ message, description }: ShownError): string | undefined {
	if (!/^Could not get (?:the ledgers|the sales? .*\bledger \w+)/.test(message)) {
		return `its message does not say what could not be got: ${message}`;
	}
	if (typeof description === 'string' && description.length < 20) {
		return `its description explains nothing: ${description}`;
	}
	const words = PROGRAMMERS_WORDS.exec(`${message}\n${description ?? ''}`);
	return words ? `it speaks to programmers: ${words[0]}` : undefined;
}

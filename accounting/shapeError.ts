/** A field of a sale holds what a row or line cannot show unchanged. */
export class ShapeError extends Error {
	/**
	 * @param field a path in the sale, such as `lines[1].quantity`
	 * @param why completes the sentence "amounts.gross is 12.5, …"
	 */
	constructor(
		readonly field: string,
		readonly value: unknown,
		why: string,
	) {
		super(`${field} is ${inBrief(value)}, ${why}`);
		this.name = 'ShapeError';
	}
}

const LONGEST = 80;

/** A value as JSON, at most 80 characters of it. */
export function inBrief(value: unknown): string {
	// JSON has no NaN and no Infinity, and would show them as null.
	const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
	return cut(text, LONGEST);
}

/** The beginning of a text, so that a message stays one that can be read. */
export function cut(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}

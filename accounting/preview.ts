const LONGEST = 80;

/** Enough of a bad value to recognise it by: its JSON, at most 80 characters of it. */
export function preview(value: unknown): string {
	// JSON has no NaN and no Infinity, and would show them as null.
	const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
	return shorten(text, LONGEST);
}

/** The beginning of a text. */
export const shorten = (text: string, length: number): string =>
	text.length > length ? `${text.slice(0, length)}…` : text;

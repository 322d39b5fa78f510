/** A value of unknown kind as an object to look into; empty when it is none. */
export const asObject = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A value of unknown kind where it is a text that says something. */
export const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

const LONGEST_SKETCH = 80;

/** Enough of an unexpected value to recognise it by, without anything that may be a key or a token. */
export function sketch(value: unknown): string {
	if (value === undefined || value === '') return 'nothing';
	const shown = redact(JSON.stringify(value) ?? String(value));
	return shown.length > LONGEST_SKETCH ? `${shown.slice(0, LONGEST_SKETCH)}…` : shown;
}

/** A server may send back what it was sent: takes out authorization headers and tokens. */
export const redact = (words: string): string =>
	words.replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***').replace(/\beyJ[\w.-]{10,}/g, '***');

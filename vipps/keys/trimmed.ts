/** A field of a credential without the spaces that pasting leaves around it; empty if there is none. An expression may give a number. */
export function trimmed(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.trim() : '';
}

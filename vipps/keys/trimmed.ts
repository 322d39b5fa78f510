/** A field of a credential without the spaces that pasting leaves around it; empty if there is none. */
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

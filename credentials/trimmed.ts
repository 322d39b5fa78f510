/** A field of a credential without the blanks that pasting leaves around it; empty where there is none. */
export const trimmed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

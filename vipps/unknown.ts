/** An unknown value as an object; empty if it is not one. */
export const asObject = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** An unknown value if it is a text that is not empty. */
export const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** An unknown value as a list; empty if it is not one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

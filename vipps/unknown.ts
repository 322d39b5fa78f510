/** A value of unknown kind as an object to look into; empty when it is none. */
export const asObject = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A value of unknown kind where it is a text that says something. */
export const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

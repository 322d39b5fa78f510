/** How a list differs from the expected one. */
export interface Difference {
	/** How many expected items are not there. */
	missing: number;
	/** How many items are there twice or were not expected. */
	surplus: number;
	/** Whether the items are the expected ones in another order. */
	disordered: boolean;
	/** The first item that should not be there, as text. */
	firstSurplus?: string;
	/** The first item that is missing, as text. */
	firstMissing?: string;
}

/** Counts missing and surplus items. Items are equal if all their fields are. */
export function compare(expected: readonly unknown[], got: readonly unknown[]): Difference {
	const wanted = expected.map(canonical);
	const given = got.map(canonical);
	const left = new Map<string, number>();
	for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1);
	let surplus = 0;
	let firstSurplus: string | undefined;
	for (const text of given) {
		const count = left.get(text) ?? 0;
		if (count > 0) left.set(text, count - 1);
		else surplus++;
		if (count === 0) firstSurplus ??= text;
	}
	const missing = [...left.values()].reduce((sum, count) => sum + count, 0);
	const firstMissing = [...left].find(([, count]) => count > 0)?.[0];
	const disordered = missing + surplus === 0 && given.some((text, at) => text !== wanted[at]);
	return { missing, surplus, disordered, firstSurplus, firstMissing };
}

/** Whether two lists are the same, in order. */
export const isSame = ({ missing, surplus, disordered }: Difference): boolean =>
	missing + surplus === 0 && !disordered;

/** The same text for the same value, whatever the order of its fields. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_, field: unknown) =>
		typeof field === 'object' && field !== null && !Array.isArray(field)
			? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
			: field,
	);
}

/** How delivered items differ from the sold ones. */
export interface Difference {
	/** Sold, but not delivered. */
	lost: number;
	/** Delivered more often than sold. */
	duplicates: number;
	/** Delivered, but never sold. */
	unexpected: number;
	/** Whether exactly the sold items were delivered, in another order. */
	isReordered: boolean;
	/** The first item that was lost, as text. */
	firstLost?: string;
	/** The first item that is a duplicate or unexpected, as text. */
	firstExtra?: string;
}

/** Compares two lists. Items are equal if all their fields are, in any order of the fields. */
export function differenceOf(sold: readonly unknown[], delivered: readonly unknown[]): Difference {
	const wanted = sold.map(canonical);
	const given = delivered.map(canonical);
	const left = new Map<string, number>();
	for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1);
	let duplicates = 0;
	let unexpected = 0;
	let firstExtra: string | undefined;
	for (const text of given) {
		const count = left.get(text);
		if (count === undefined) unexpected++;
		else if (count === 0) duplicates++;
		else left.set(text, count - 1);
		if (!count) firstExtra ??= text;
	}
	const lost = [...left.values()].reduce((sum, count) => sum + count, 0);
	const firstLost = [...left].find(([, count]) => count > 0)?.[0];
	const isComplete = lost + duplicates + unexpected === 0;
	const isReordered = isComplete && given.some((text, index) => text !== wanted[index]);
	return { lost, duplicates, unexpected, isReordered, firstLost, firstExtra };
}

/** Whether two lists are the same, in order. */
export const isSame = ({ lost, duplicates, unexpected, isReordered }: Difference): boolean =>
	lost + duplicates + unexpected === 0 && !isReordered;

/** The same text for the same value, in any order of its fields. A field without a value is left out, as JSON does. */
const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, field: unknown) =>
		typeof field === 'object' && field !== null && !Array.isArray(field)
			? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
			: field,
	);

/** Keeps what has been worked out of days, so that it is worked out once, but not without bound. */
export interface DayCache<Item> {
	/** The items kept under this key, worked out first when there are none. */
	get(key: string, workOut: () => Item[]): Item[];
}

/** A cache shared by all ledgers that keeps at most so many items. When it is full it begins anew. */
export function createDayCache<Item>(most = 200_000): DayCache<Item> {
	const days = new Map<string, Item[]>();
	let size = 0;
	return {
		get(key, workOut) {
			const known = days.get(key);
			if (known) return known;
			const items = workOut();
			if (size + items.length > most) {
				days.clear();
				size = 0;
			}
			days.set(key, items);
			size += items.length;
			return items;
		},
	};
}

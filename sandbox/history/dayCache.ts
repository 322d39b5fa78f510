/** Keeps what has been worked out of days, so that it is worked out once, but not without bound. */
export interface DayCache<Day> {
	/** What is kept under this key, worked out first if nothing is. */
	get(key: string, workOut: () => Day): Day;
}

/**
 * A cache shared by all ledgers that keeps days of so many items at most. When it is full it begins anew.
 *
 * @param sizeOf the items of a day
 */
export function createDayCache<Day>(sizeOf: (day: Day) => number, most = 200_000): DayCache<Day> {
	const days = new Map<string, Day>();
	let size = 0;
	return {
		get(key, workOut) {
			const known = days.get(key);
			if (known) return known;
			const day = workOut();
			if (size + sizeOf(day) > most) {
				days.clear();
				size = 0;
			}
			days.set(key, day);
			size += sizeOf(day);
			return day;
		},
	};
}

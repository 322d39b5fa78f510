/** How the booked sales differ from the sold ones. */
export interface Difference {
	lost: number;
	/** Repeated bookings. */
	repeated: number;
	/** Booked, but never sold. */
	unknown: number;
}

/** Compares two lists of plain objects, in any order of the objects and of their fields. */
export function differenceOf(sold: readonly object[], booked: readonly object[]): Difference {
	const counts = new Map<string, { sold: number; booked: number }>();
	const count = (of: 'sold' | 'booked') => (sale: object) => {
		// JSON leaves out a field without a value.
		const fields = Object.entries(sale).filter(([, value]) => value !== undefined);
		const key = JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
		const found = counts.get(key) ?? { sold: 0, booked: 0 };
		found[of]++;
		counts.set(key, found);
	};
	sold.forEach(count('sold'));
	booked.forEach(count('booked'));
	const difference = { lost: 0, repeated: 0, unknown: 0 };
	for (const { sold: there, booked: here } of counts.values()) {
		if (there === 0) difference.unknown += here;
		else if (here > there) difference.repeated += here - there;
		else difference.lost += there - here;
	}
	return difference;
}

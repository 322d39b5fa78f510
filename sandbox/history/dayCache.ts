import type { Sale } from './sales/entries';

/** Keeps what has been worked out, so that it is worked out once, but not without bound. */
export interface DayCache {
	/** The sales kept under this key, worked out first when there are none. */
	get(key: string, workOut: () => Sale[]): Sale[];
}

/** A cache shared by all ledgers that keeps at most so many sales. When it is full it begins anew. */
export function createDayCache(mostSales = 200_000): DayCache {
	const days = new Map<string, Sale[]>();
	let size = 0;
	return {
		get(key, workOut) {
			const known = days.get(key);
			if (known) return known;
			const sales = workOut();
			if (size + sales.length > mostSales) {
				days.clear();
				size = 0;
			}
			days.set(key, sales);
			size += sales.length;
			return sales;
		},
	};
}

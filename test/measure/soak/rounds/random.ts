/** Draws that the same seed repeats. */
export interface Draw {
	/** From 0 up to, but not including, 1. */
	share(): number;
	/** A whole number from the first to the last, both included. */
	between(first: number, last: number): number;
	/** One of a list that is not empty. */
	oneOf<Value>(list: readonly Value[]): Value;
	/** Several different ones of a list; fewer where it has no more. */
	someOf<Value>(list: readonly Value[], count: number): Value[];
	/** True with this probability. */
	chance(probability: number): boolean;
}

/** The draws of one seed (mulberry32). */
export function createDraw(seed: number): Draw {
	let state = seed >>> 0;
	const share = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (first: number, last: number) => first + Math.floor(share() * (last - first + 1));
	return {
		share,
		between,
		oneOf: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
		someOf(list, count) {
			const left = [...list];
			const size = Math.min(count, left.length);
			return Array.from({ length: size }, () => left.splice(between(0, left.length - 1), 1)).flat();
		},
		chance: (probability) => share() < probability,
	};
}

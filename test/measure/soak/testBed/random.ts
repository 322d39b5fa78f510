/** A random number generator. The same seed gives the same numbers. */
export interface Random {
	/** From 0 up to, but not including, 1. */
	fraction(): number;
	/** A whole number from the first to the last, both included. */
	integer(first: number, last: number): number;
	/** An element of a list that is not empty. */
	oneOf<Value>(list: readonly Value[]): Value;
	/** Several different elements of a list; fewer if it has no more. */
	someOf<Value>(list: readonly Value[], count: number): Value[];
	/** True with this probability. */
	chance(probability: number): boolean;
}

/** The generator of one seed (mulberry32). */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const fraction = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const integer = (first: number, last: number) =>
		first + Math.floor(fraction() * (last - first + 1));
	return {
		fraction,
		integer,
		oneOf: (list) => list[integer(0, list.length - 1)] as (typeof list)[number],
		someOf(list, count) {
			const left = [...list];
			const size = Math.min(count, left.length);
			return Array.from({ length: size }, () => left.splice(integer(0, left.length - 1), 1)).flat();
		},
		chance: (probability) => fraction() < probability,
	};
}

/** A source of repeatable chance: the same keys give the same draws, on every machine. */
export interface Random {
	/** At least 0, less than 1. */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number;
	/** True with the given probability (0 to 1). */
	chance(probability: number): boolean;
	/** One of a list that holds at least one thing. */
	pick<T>(list: readonly [T, ...T[]]): T;
}

/** FNV-1a, 32 bits: spreads similar keys apart. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
	}
	return value >>> 0;
}

/** Chance that depends on nothing but the keys (mulberry32 over a hash of them). */
export function randomOf(...keys: Array<string | number>): Random {
	let state = hash(keys.join('\n'));
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	return {
		next,
		whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
		chance: (probability) => next() < probability,
		pick: <T>(list: readonly [T, ...T[]]) => list[Math.floor(next() * list.length)] ?? list[0],
	};
}

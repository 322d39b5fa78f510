import { mapInOrder } from '../../../vipps/http/mapInOrder';

/** What was read of one of several inputs. */
interface Counted {
	/** How many of the results that are wanted. */
	count: number;
}

/**
 * Reads inputs until there are enough results. Without a limit all are read at once; with one in waves, each at most twice as large as the one
 * before, and no larger than the results so far let expect.
 *
 * @returns what was read, in the order of the inputs: more than the limit, or all
 */
export async function inWaves<Input, Read extends Counted>(
	inputs: Input[],
	limit: number,
	concurrency: number,
	read: (input: Input) => Promise<Read>,
): Promise<Read[]> {
	const reads: Read[] = [];
	let left = limit;
	for (let size = Number.isFinite(limit) ? 1 : inputs.length; reads.length < inputs.length; ) {
		const wave = await mapInOrder(
			inputs.slice(reads.length, reads.length + size),
			concurrency,
			read,
		);
		for (const each of wave) {
			reads.push(each);
			left -= each.count;
		}
		if (left <= 0) break;
		const perInput = (limit - left) / reads.length;
		size = Math.min(2 * size, Math.max(1, Math.ceil(left / perInput)));
	}
	return reads;
}

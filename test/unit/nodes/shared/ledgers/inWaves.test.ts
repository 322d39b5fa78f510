import { inWaves } from '../../../../../nodes/shared/ledgers/inWaves';

/** Reads numbers as counts, and keeps how many were under way at the same time. */
async function read(counts: number[], limit: number, concurrency = 100) {
	let pending = 0;
	let most = 0;
	const started: number[] = [];
	const reads = await inWaves(counts, limit, concurrency, async (count) => {
		started.push(count);
		most = Math.max(most, ++pending);
		await Promise.resolve();
		pending--;
		return { count };
	});
	return { reads: reads.map(({ count }) => count), started: started.length, most };
}

describe('reading in waves', () => {
	it('reads all at once without a limit, in their order', async () => {
		const counts = [3, 1, 4, 1, 5];
		expect(await read(counts, Infinity)).toEqual({ reads: counts, started: 5, most: 5 });
		expect(await read(counts, Infinity, 2)).toMatchObject({ reads: counts, most: 2 });
	});

	it('reads one if that is enough', async () => {
		expect(await read([50, 50, 50], 50)).toMatchObject({ started: 1 });
	});

	it('reads no more than what came so far lets expect', async () => {
		expect(await read(Array<number>(100).fill(10), 50)).toMatchObject({ started: 5 });
		expect(await read(Array<number>(100).fill(1), 4)).toMatchObject({ started: 4 });
	});

	it('reads twice as many each time while nothing comes', async () => {
		const { reads, most } = await read([...Array<number>(14).fill(0), 5, 5, 5], 5);
		expect(reads.length).toBeLessThanOrEqual(17);
		expect(most).toBe(8);
	});

	it.each([0, 1, 7])('reads all of them, %s, if there is never enough', async (length) => {
		expect(await read(Array<number>(length).fill(0), 5)).toMatchObject({ started: length });
	});
});

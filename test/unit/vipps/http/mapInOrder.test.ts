import { sleep } from 'n8n-workflow';

import { mapInOrder } from '../../../../vipps/http/mapInOrder';

const after = async <Value>(milliseconds: number, value: Value) => {
	await sleep(milliseconds);
	return value;
};

describe('mapInOrder', () => {
	it('gives the outputs in the order of the inputs', async () => {
		const work = async (wait: number) => await after(wait, wait);
		expect(await mapInOrder([30, 1, 20, 0, 10], 3, work)).toEqual([30, 1, 20, 0, 10]);
		expect(await mapInOrder([], 3, work)).toEqual([]);
	});

	it('works on no more inputs at a time than it may', async () => {
		let busy = 0;
		let most = 0;
		await mapInOrder(Array.from({ length: 20 }), 4, async () => {
			most = Math.max(most, ++busy);
			await sleep(1);
			busy--;
		});
		expect(most).toBe(4);
	});

	it('throws the first error in the list, even if a later one happened sooner', async () => {
		const work = async (wait: number) => {
			await sleep(wait);
			throw new Error(`after ${wait}`);
		};
		await expect(mapInOrder([30, 1, 1], 3, work)).rejects.toThrow('after 30');
	});

	it('starts nothing after an error and does not wait for what follows it', async () => {
		const begun: number[] = [];
		const work = async (_: unknown, index: number) => {
			begun.push(index);
			if (index === 0) throw new Error('the first');
			await new Promise(() => {}); // For ever: whoever waits for it does not end.
		};
		await expect(mapInOrder([1, 2, 3, 4, 5], 2, work)).rejects.toThrow('the first');
		expect(begun).toEqual([0, 1]);
	});
});

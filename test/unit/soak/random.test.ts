import { randomSwitches } from '../../measure/soak/rounds/randomSwitches';
import { createRandom } from '../../measure/soak/testBed/random';

const some = <Value>(draw: () => Value) => Array.from({ length: 500 }, draw);

describe('Random numbers', () => {
	it('are the same for the same seed', () => {
		const [one, same, other] = [createRandom(7), createRandom(7), createRandom(8)];
		const first = some(() => one.fraction());
		expect(some(() => same.fraction())).toEqual(first);
		expect(some(() => other.fraction())).not.toEqual(first);
	});

	it('stay within their bounds, and reach both', () => {
		const random = createRandom(1);
		expect(new Set(some(() => random.integer(2, 4)))).toEqual(new Set([2, 3, 4]));
	});

	it('choose no element of a list twice', () => {
		const taken = createRandom(1).someOf([1, 2, 3, 4], 9);
		expect(taken.toSorted()).toEqual([1, 2, 3, 4]);
	});

	it('reach every reading of the documentation but the one that sends sales again by design', () => {
		const random = createRandom(1);
		const readings = some(() => randomSwitches(random)).map(({ caughtUpFeed }) => caughtUpFeed);
		expect(new Set(readings)).toEqual(
			new Set(['sameCursor', 'newCursor', 'emptyCursor', 'nullCursor', 'noCursor']),
		);
	});
});

import { createDraw } from '../../measure/soak/rounds/random';
import { drawSwitches } from '../../measure/soak/rounds/randomSwitches';

const some = <Value>(draw: () => Value) => Array.from({ length: 500 }, draw);

describe('Draws', () => {
	it('repeat by their seed', () => {
		const [one, same, other] = [createDraw(7), createDraw(7), createDraw(8)];
		const first = some(() => one.share());
		expect(some(() => same.share())).toEqual(first);
		expect(some(() => other.share())).not.toEqual(first);
	});

	it('stay within their bounds, and reach both', () => {
		const draw = createDraw(1);
		expect(new Set(some(() => draw.between(2, 4)))).toEqual(new Set([2, 3, 4]));
	});

	it('take no item of a list twice', () => {
		const taken = createDraw(1).someOf([1, 2, 3, 4], 9);
		expect(taken.toSorted()).toEqual([1, 2, 3, 4]);
	});

	it('reach every reading of the documentation but the one that sends sales again by design', () => {
		const draw = createDraw(1);
		const readings = some(() => drawSwitches(draw)).map(({ caughtUpFeed }) => caughtUpFeed);
		expect(new Set(readings)).toEqual(
			new Set(['sameCursor', 'newCursor', 'emptyCursor', 'nullCursor', 'noCursor']),
		);
	});
});

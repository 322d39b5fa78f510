import { parseArguments } from '../../measure/queue/args.cts';
import { begunIn, differenceOf, handoversIn, unfinishedIn } from '../../measure/queue/difference';

describe('What was booked in queue mode', () => {
	const sales = [{ id: 1 }, { id: 2 }, { id: 2 }];

	it('is as it should be when each sale was booked once, also of two that look the same', () => {
		expect(differenceOf(sales, [{ id: 2 }, { id: 1 }, { id: 2 }])).toEqual({
			lost: 0,
			repeated: 0,
			unknown: 0,
		});
		const asSold = { a: 1, b: 2, c: undefined };
		expect(differenceOf([asSold], [{ b: 2, a: 1 }])).toMatchObject({ lost: 0, unknown: 0 });
	});

	it('lacks a sale, has one twice, or one that was never sold', () => {
		expect(differenceOf(sales, [{ id: 1 }, { id: 1 }, { id: 1 }, { id: 2 }, { id: 3 }])).toEqual({
			lost: 1,
			repeated: 2,
			unknown: 1,
		});
	});
});

describe('What a worker printed', () => {
	const log = [
		'Worker started execution 7 (job 1)',
		'Worker finished execution 7 (job 1)',
		'Worker started execution 12 (job 2)',
	].join('\n');

	it('tells which executions it began, and which of them it did not end', () => {
		expect(begunIn(log)).toEqual(['7', '12']);
		expect(unfinishedIn(log)).toEqual(['12']);
	});

	it('tells how often the work went from one worker to the other', () => {
		expect(handoversIn([0, 0, 1, 0, 0])).toBe(2);
	});
});

describe('npm run queue', () => {
	it('writes the figures of thirty runs on the oldest host', () => {
		expect(parseArguments([])).toEqual({
			host: 'baseline',
			runs: 30,
			inSubWorkflow: false,
			help: false,
			writes: true,
		});
		expect(parseArguments(['--host', 'current', '--runs', '12'])).toMatchObject({ writes: false });
	});

	it.each([
		[['--host', 'x'], '--host must be baseline (n8n'],
		[['--runs', '3'], '--runs must be a whole number from 12, not 3'],
	])('refuses %j', (args, why) => {
		expect(() => parseArguments(args)).toThrow(why);
	});
});

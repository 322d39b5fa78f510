import { parseArguments } from '../../measure/bench/args.cts';

const known = ['feed-1000', 'dates-31'];

describe('npm run bench', () => {
	it('measures every case on the oldest host', () => {
		expect(parseArguments([], known)).toEqual({
			host: 'baseline',
			only: undefined,
			runs: undefined,
			profile: false,
			help: false,
		});
	});

	it('measures some cases, so often, on another host', () => {
		const args = ['--host', 'current', '--only', 'dates-31,feed-1000', '--runs', '3'];
		expect(parseArguments(args, known)).toMatchObject({
			host: 'current',
			only: ['dates-31', 'feed-1000'],
			runs: 3,
		});
	});

	it.each([
		[['--host', 'x'], '--host must be baseline (n8n'],
		[['--only', 'dates-31,x'], 'There is no case "x". There are: feed-1000, dates-31'],
		[['--runs', '0'], '--runs must be a whole number from 1, not 0'],
		[['--fast'], "Unknown option '--fast'"],
	])('refuses %j', (args, why) => {
		expect(() => parseArguments(args, known)).toThrow(why);
	});
});

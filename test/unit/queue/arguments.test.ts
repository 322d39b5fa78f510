import { parseArguments } from '../../measure/queue/args.cts';

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

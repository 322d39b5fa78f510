import { parseArguments } from '../../measure/bench/args.cts';

const known = ['feed-1000', 'dates-31'];

describe('npm run bench', () => {
	it('measures every case on the oldest supported n8n by default', () => {
		expect(parseArguments([], known)).toEqual({
			host: 'baseline',
			only: undefined,
			runs: undefined,
			profile: false,
			settlement: false,
			help: false,
		});
	});

	it('measures the given cases, as often as given, on the given n8n', () => {
		const args = ['--host', 'current', '--only', 'dates-31,feed-1000', '--runs', '3'];
		expect(parseArguments(args, known)).toMatchObject({
			host: 'current',
			only: ['dates-31', 'feed-1000'],
			runs: 3,
		});
	});

	it.each([
		{ args: ['--host', 'x'], message: '--host must be baseline (n8n' },
		{
			args: ['--only', 'dates-31,x'],
			message: 'There is no case "x". There are: feed-1000, dates-31',
		},
		{ args: ['--runs', '0'], message: '--runs must be a whole number from 1, not 0' },
		{
			args: ['--profile', '--settlement'],
			message: '--profile and --settlement exclude each other',
		},
		{ args: ['--fast'], message: "Unknown option '--fast'" },
	])('refuses $args', ({ args, message }) => {
		expect(() => parseArguments(args, known)).toThrow(message);
	});
});

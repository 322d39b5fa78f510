import { parseArguments } from '../../measure/queue/args.cts';

describe('npm run queue', () => {
	it('writes the figures of thirty runs on the oldest supported n8n by default', () => {
		expect(parseArguments([])).toEqual({
			host: 'baseline',
			runs: 30,
			inSubWorkflow: false,
			split: false,
			help: false,
			writes: true,
		});
		expect(parseArguments(['--host', 'current', '--runs', '12'])).toMatchObject({ writes: false });
	});

	it.each([
		{ args: ['--host', 'x'], message: '--host must be baseline (n8n' },
		{ args: ['--runs', '3'], message: '--runs must be a whole number from 12, not 3' },
	])('refuses $args', ({ args, message }) => {
		expect(() => parseArguments(args)).toThrow(message);
	});
});

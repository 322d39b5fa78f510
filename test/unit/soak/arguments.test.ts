import { parseArguments } from '../../measure/soak/args.cts';

describe('npm run soak', () => {
	it('takes ten minutes and a seed from the clock by default', () => {
		expect(parseArguments([], 1_234_567)).toEqual({
			minutes: 10,
			seed: 234_567,
			write: false,
			help: false,
		});
	});

	it.each([
		{ args: ['--minutes', '11'], message: '--minutes must be from 0.1 to 10, not 11' },
		{ args: ['--minutes', 'x'], message: '--minutes must be from 0.1 to 10, not x' },
		{ args: ['--seed', '1.5'], message: '--seed must be a whole number, not 1.5' },
		{ args: ['--often'], message: "Unknown option '--often'" },
	])('refuses $args', ({ args, message }) => {
		expect(() => parseArguments(args)).toThrow(message);
	});
});

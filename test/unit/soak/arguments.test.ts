import { parseArguments } from '../../measure/soak/args.cts';

describe('npm run soak', () => {
	it('takes ten minutes, and a seed by the clock', () => {
		expect(parseArguments([], 1_234_567)).toEqual({
			minutes: 10,
			seed: 234_567,
			write: false,
			help: false,
		});
	});

	it.each([
		[['--minutes', '11'], '--minutes must be from 0.1 to 10, not 11'],
		[['--minutes', 'x'], '--minutes must be from 0.1 to 10, not x'],
		[['--seed', '1.5'], '--seed must be a whole number, not 1.5'],
		[['--often'], "Unknown option '--often'"],
	])('refuses %j', (args, why) => {
		expect(() => parseArguments(args)).toThrow(why);
	});
});

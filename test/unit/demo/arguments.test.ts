import { parseArguments, usage } from '../../../demo/args.cts';

const none = { once: false, watch: false, help: false };

describe('the arguments of npm start', () => {
	it('are optional', () => {
		expect(parseArguments([])).toEqual(none);
	});

	it('may be --once, --watch, --help or -h', () => {
		expect(parseArguments(['--once'])).toEqual({ ...none, once: true });
		expect(parseArguments(['--watch'])).toEqual({ ...none, watch: true });
		expect(parseArguments(['-h'])).toEqual({ ...none, help: true });
		expect(parseArguments(['--help', '--once'])).toEqual({ ...none, once: true, help: true });
	});

	it('are refused if they exclude each other', () => {
		expect(() => parseArguments(['--once', '--watch'])).toThrow('--once and --watch');
	});

	it('are refused by name when they are unknown', () => {
		expect(() => parseArguments(['--once', '--twice'])).toThrow('Unknown argument: --twice');
	});

	it('are all explained', () => {
		for (const flag of ['--once', '--watch', '--help']) expect(usage).toContain(flag);
	});
});

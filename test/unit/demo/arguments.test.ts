import { parseArguments, usage } from '../../../demo/args.cts';

describe('the arguments of npm start', () => {
	it('are optional', () => {
		expect(parseArguments([])).toEqual({ once: false, help: false });
	});

	it('may be --once, --help or -h', () => {
		expect(parseArguments(['--once'])).toEqual({ once: true, help: false });
		expect(parseArguments(['-h'])).toEqual({ once: false, help: true });
		expect(parseArguments(['--help', '--once'])).toEqual({ once: true, help: true });
	});

	it('are refused by name when they are unknown', () => {
		expect(() => parseArguments(['--once', '--twice'])).toThrow('Unknown argument: --twice');
	});

	it('are all explained', () => {
		expect(usage).toContain('--once');
		expect(usage).toContain('--help');
	});
});

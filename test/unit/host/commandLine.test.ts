import {
	helpFlag,
	readFlags,
	runCommand,
	takeFlags,
	wholeNumber,
} from '../../../host/process/commandLine.cts';

const flags = { host: { type: 'string', default: 'baseline' }, once: { type: 'boolean' } } as const;

describe('the flags of a command', () => {
	it('are read with their defaults', () => {
		expect(readFlags(['--once'], flags)).toEqual({ host: 'baseline', once: true });
	});

	it('refuse an argument that is none of them, by name', () => {
		expect(() => readFlags(['--twice'], flags)).toThrow("Unknown option '--twice'");
		expect(() => readFlags(['other'], flags)).toThrow("Unexpected argument 'other'");
	});

	it.each([
		{ args: [], host: 'baseline', rest: [] },
		{ args: ['--host', 'current', '-t', '503'], host: 'current', rest: ['-t', '503'] },
		{ args: ['-t', '503', '--host=current'], host: 'current', rest: ['-t', '503'] },
		{ args: ['--host', 'a', '--host', 'b'], host: 'b', rest: [] },
		{ args: ['--host'], host: true, rest: [] },
		{ args: ['--', '--host', 'x'], host: 'baseline', rest: ['--', '--host', 'x'] },
		{ args: ['--once=no', 'x'], host: 'baseline', rest: ['--once=no', 'x'] },
	])('leave other arguments as they are in $args', ({ args, host, rest }) => {
		const taken = takeFlags(args, flags);
		expect(taken.values.host).toBe(host);
		expect(taken.rest).toEqual(rest);
	});

	it('leave a group of short flags whole if one of them is unknown', () => {
		expect(takeFlags(['-hx'], helpFlag).rest).toEqual(['-hx']);
		expect(takeFlags(['-h'], helpFlag)).toEqual({ values: { help: true }, rest: [] });
	});

	it('refuse a number that is not whole or too small', () => {
		expect(wholeNumber('--runs', '3', 1)).toBe(3);
		expect(() => wholeNumber('--runs', '0', 1)).toThrow(
			'--runs must be a whole number from 1, not 0',
		);
		expect(() => wholeNumber('--seed', '1.5')).toThrow('--seed must be a whole number, not 1.5');
	});
});

describe('a command', () => {
	const command = {
		usage: 'Usage: this',
		parse: (args: readonly string[]) => readFlags(args, helpFlag),
		run: async () => await Promise.resolve(7),
		wrongArgumentStatus: 2,
	};
	const printed: string[] = [];

	beforeEach(() => {
		printed.length = 0;
		for (const stream of ['log', 'error'] as const) {
			jest
				.spyOn(console, stream)
				.mockImplementation((...texts: unknown[]) => void printed.push(texts.join()));
		}
	});
	afterEach(() => jest.restoreAllMocks());

	it('is run, and gives its exit status', async () => {
		expect(await runCommand(command, [])).toBe(7);
		expect(printed).toEqual([]);
	});

	it('only shows its usage on --help', async () => {
		expect(await runCommand(command, ['-h'])).toBe(0);
		expect(printed).toEqual(['Usage: this']);
	});

	it('is not run if an argument is wrong', async () => {
		expect(await runCommand(command, ['--odd'])).toBe(2);
		expect(printed).toEqual([expect.stringMatching(/^Unknown option '--odd'[^]*\n\nUsage: this$/)]);
	});
});

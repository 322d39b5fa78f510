import { readArguments } from '../../rigs/run/arguments.cts';

describe('the command line of the e2e tests', () => {
	it('runs on the baseline when no host is named, all else for jest', () => {
		expect(readArguments([])).toEqual({ host: 'baseline', rest: [] });
		expect(readArguments(['faults', '-t', '503'])).toEqual({
			host: 'baseline',
			rest: ['faults', '-t', '503'],
		});
	});

	it.each([[['--host', 'current', '-t', '503']], [['-t', '503', '--host=current']]])(
		'takes the host from %j',
		(given) => {
			expect(readArguments(given)).toEqual({ host: 'current', rest: ['-t', '503'] });
		},
	);

	it.each([[['--host', 'newest']], [['--host']], [['--host=']], [['--host', 'toString']]])(
		'complains of %j, and names the hosts that there are',
		(given) => {
			const { complaint } = readArguments(given);
			expect(complaint).toMatch(/^There is no host ".*"\. There are: .*current \(n8n 2\.41\.1\)/);
		},
	);
});

import { hostChoices, hostFlag, hostNamed } from '../../../host/install/hostFlag.cts';
import type { HostName } from '../../../host/install/versions.cts';
import { helpFlag, readFlags, wholeNumber } from '../../../host/process/commandLine.cts';

/** The options of `npm run bench`. */
export interface BenchOptions {
	host: HostName;
	/** Names of cases; all cases by default. */
	only?: string[];
	/** Instead of a case's own number. */
	runs?: number;
	profile: boolean;
	/** Whether Vipps Settlement is measured instead of Vipps Sales. */
	settlement: boolean;
	help: boolean;
}

export const usage = `Usage: npm run bench [-- --host current] [--only feed-10000,dates-31] [--runs 5] [--profile | --settlement]

Measures Vipps Sales beside n8n's HTTP Request + Split Out and a bare axios loop, in a real n8n against the mock
API. All cases together may take an hour; then docs/internals/benchmarks.md gets the figures.

  --host NAME   ${hostChoices}: default baseline
  --only NAMES  some cases, by name with commas between: the document stays as it is
  --runs N      how often each is measured: the document stays as it is
  --profile     where the time goes, by package, in four cases unless --only names others: docs/internals/benchmarks.md gets that
  --settlement  Vipps Settlement instead: docs/internals/benchmarks.md gets that
  --help        show this`;

/**
 * @param known the names of all cases
 * @throws Error, readable, about the first argument that is none or has no such value
 */
export function parseArguments(args: readonly string[], known: readonly string[]): BenchOptions {
	const values = readFlags(args, {
		...hostFlag,
		...helpFlag,
		only: { type: 'string' },
		runs: { type: 'string' },
		profile: { type: 'boolean', default: false },
		settlement: { type: 'boolean', default: false },
	});
	const host = hostNamed(values.host);
	const only = values.only?.split(',');
	const unknown = only?.find((name) => !known.includes(name));
	if (unknown !== undefined) {
		throw new Error(`There is no case "${unknown}". There are: ${known.join(', ')}`);
	}
	const runs = values.runs === undefined ? undefined : wholeNumber('--runs', values.runs, 1);
	if (values.profile && values.settlement)
		throw new Error('--profile and --settlement exclude each other');
	const { profile, settlement, help } = values;
	return { host, only, runs, profile, settlement, help };
}

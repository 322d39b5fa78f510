import { parseArgs } from 'node:util';

import { hosts, isHostName, type HostName } from '../../../host/install/versions.cts';

/** What `npm run queue` was asked for. */
export interface QueueOptions {
	host: HostName;
	runs: number;
	/** Whether the position is read and saved in a sub-workflow. */
	inSubWorkflow: boolean;
	help: boolean;
}

const hostNames = Object.entries(hosts).map(([name, { n8n }]) => `${name} (n8n ${n8n})`);
const RUNS = 30;

export const usage = `Usage: npm run queue [-- --host current] [--sub-workflow] [--runs ${RUNS}]

Runs n8n in queue mode on this machine: Redis, PostgreSQL, a main process and two workers. Reads a feed from its saved
position again and again while work fails and workers are killed, and compares what was booked with the local Vipps. Takes
some ten minutes; then docs/scale.md gets the figures. Needs the Debian packages redis-server and postgresql. Exit status 1
when a sale is lost, or comes again without any cause.

  --host NAME     ${hostNames.join(' or ')}: default baseline
  --sub-workflow  reads, books and saves in a sub-workflow
  --runs N        how often the workflow is started, from 12: the document stays as it is
  --help          show this`;

/** @throws Error, readable, about the first argument that is none or has no such value */
export function parseArguments(args: readonly string[]): QueueOptions & { writes: boolean } {
	const { values } = parseArgs({
		args: [...args],
		options: {
			host: { type: 'string', default: 'baseline' },
			runs: { type: 'string' },
			'sub-workflow': { type: 'boolean', default: false },
			help: { type: 'boolean', short: 'h', default: false },
		},
	});
	const { host, help } = values;
	if (!isHostName(host)) throw new Error(`--host must be ${hostNames.join(' or ')}, not ${host}`);
	const runs = Number(values.runs ?? RUNS);
	if (!Number.isSafeInteger(runs) || runs < 12) {
		throw new Error(`--runs must be a whole number from 12, not ${values.runs}`);
	}
	const inSubWorkflow = values['sub-workflow'];
	return { host, runs, inSubWorkflow, help, writes: values.runs === undefined };
}

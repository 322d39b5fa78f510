import { hostChoices, hostFlag, hostNamed } from '../../../host/install/hostFlag.cts';
import type { HostName } from '../../../host/install/versions.cts';
import { helpFlag, readFlags, wholeNumber } from '../../../host/process/commandLine.cts';

/** The options of `npm run queue`. */
export interface QueueOptions {
	host: HostName;
	runs: number;
	/** Whether a sub-workflow reads and saves the checkpoint. */
	inSubWorkflow: boolean;
	/** Whether many ledgers at once are measured instead. */
	split: boolean;
	/** Whether the document gets the figures. */
	writes: boolean;
	help: boolean;
}

const RUNS = 30;
/** With fewer runs, not every kind of run takes place. */
const FEWEST_RUNS = 12;

export const usage = `Usage: npm run queue [-- --host current] [--sub-workflow] [--runs ${RUNS}] [--split]

Runs n8n in queue mode on this machine: Redis, PostgreSQL, a main process and two workers. Reads a feed from its saved
checkpoint again and again while work fails and workers are killed, and compares what was booked with the mock API. Takes
some ten minutes; then docs/internals/many-ledgers.md gets the figures. Needs the Debian packages redis-server and postgresql. Exit status 1
when a sale is lost, or comes again without any cause.

  --host NAME     ${hostChoices}: default baseline
  --sub-workflow  reads, accounting and saves in a sub-workflow
  --split         measures instead 2 000 ledgers, whole and split over sub-workflows, beside n8n in one process
  --runs N        how often the workflow is started, from ${FEWEST_RUNS}: the document stays as it is
  --help          show this`;

/** @throws Error, readable, about the first argument that is none or has no such value */
export function parseArguments(args: readonly string[]): QueueOptions {
	const values = readFlags(args, {
		...hostFlag,
		...helpFlag,
		runs: { type: 'string' },
		'sub-workflow': { type: 'boolean', default: false },
		split: { type: 'boolean', default: false },
	});
	return {
		host: hostNamed(values.host),
		runs: values.runs === undefined ? RUNS : wholeNumber('--runs', values.runs, FEWEST_RUNS),
		inSubWorkflow: values['sub-workflow'],
		split: values.split,
		writes: values.runs === undefined,
		help: values.help,
	};
}

import picocolors from 'picocolors';

import { tryLock } from '../host/process/lock.cts';
import { freePort } from '../host/process/ports.cts';
import { killPrograms } from '../host/process/program.cts';
import type { DemoOptions } from './args.cts';
import { importExamples } from './examples.cts';
import { interruption } from './interrupt.cts';
import { showLatestPayouts } from './payouts/latest.cts';
import { demoFolder, prepareN8n } from './prepare.cts';
import { showYesterday } from './sales/yesterday.cts';
import { serveEditor } from './serve.cts';
import { describeFailure, step, StepError } from './step.cts';
import { buildOnChange, reloading } from './watch.cts';

const preferredPort = 5680;

/** Closes something that was started. */
type Cleanup = () => Promise<void>;

type StartSandbox = typeof import('../sandbox/index.ts').startSandbox;

/**
 * Runs the whole demo.
 *
 * @returns the exit status: 0, 1 if a step failed, 130 if it was interrupted before it had run
 */
export async function runDemo(
	{ once, watch }: DemoOptions,
	startSandbox: StartSandbox,
): Promise<number> {
	const interrupted = interruption();
	const cleanups: Cleanup[] = [];
	try {
		const ready = await Promise.race([startDemo(cleanups, startSandbox, watch), interrupted]);
		if (!ready) {
			killPrograms();
			console.log('\nInterrupted.');
			return 130;
		}
		if (!once) {
			const { environment, workflow, sandbox } = ready;
			if (watch) cleanups.push(buildOnChange(environment));
			await serveEditor(environment, workflow, sandbox.url, interrupted);
		}
		return 0;
	} catch (error) {
		console.error(`\n${describeFailure(error)}`);
		return 1;
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
}

async function startDemo(cleanups: Cleanup[], startSandbox: StartSandbox, watch: boolean) {
	console.log(picocolors.bold('Vipps MobilePay accounting in n8n: the demo'));
	cleanups.push(await lockDemo());
	const environment = await prepareN8n(watch ? reloading : {});
	const port = await freePort(preferredPort);
	if (port !== preferredPort) {
		console.log(`Port ${preferredPort} is taken: the mock API is at port ${port}.`);
	}
	const sandbox = await step({
		doing: 'Starting the mock API',
		work: async () => await startSandbox({ port }),
		done: ({ url }) => `The mock API is at ${url}`,
		advice: 'Run this again.',
	});
	cleanups.push(async () => await sandbox.close());
	const { sales, payouts } = await step({
		doing: 'Putting keys and example workflows into n8n',
		work: async () => await importExamples(environment, sandbox),
		done: 'Keys and example workflows are in n8n',
		advice: 'Check the files in workflows/, then run this again.',
	});
	await showYesterday(environment, sandbox, sales);
	await showLatestPayouts(environment, sandbox, payouts);
	return { environment, sandbox, workflow: sales };
}

/** Two demos in one folder would overwrite each other's keys. */
async function lockDemo(): Promise<Cleanup> {
	const taken = await tryLock(demoFolder);
	if ('release' in taken) return taken.release;
	throw new StepError(
		'Taking the demo folder',
		`Process ${taken.holder} is running the demo already.`,
		`End that one with Ctrl-C. If it is no demo, delete ${demoFolder}.lock.`,
	);
}

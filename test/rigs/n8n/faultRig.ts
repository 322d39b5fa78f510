import { itemsOf, type RunItem } from '../../../host/drive/execution.cts';
import { execute, importWorkflows } from '../../../host/drive/n8n.cts';
import type { Fault, RecordedRequest, Sandbox } from '../../../sandbox/index';
import { nodesOf, operationsOn, type Operation } from './operations';
import { credentials } from './credentials.cts';
import { setUp } from './realN8n.cts';
import { sideBySide } from './workflows.cts';

/** A real n8n with every operation in one workflow, and all that the sandbox answered to its last run. */
export interface FaultRig {
	sandbox: Sandbox;
	operations: Operation[];
	/** Runs every operation under these faults; gives the first output of each, by its name. */
	run(faults: Fault[], keys?: 'right' | 'wrong'): Promise<Record<string, RunItem[]>>;
	/** Of the last run, oldest first, with the time of each in milliseconds. */
	answers: Array<RecordedRequest & { at: number }>;
	/** Of the answers to paths with this part in them. */
	statuses(path: string): number[];
	/** How many calls of each operation were answered. */
	callCounts(): number[];
	close(): Promise<void>;
}

/** Takes as long as `setUp` does. */
export async function setUpFaults(): Promise<FaultRig> {
	const answers: FaultRig['answers'] = [];
	const { environment, sandbox, close } = await setUp({
		onAnswer: (answer) => answers.push({ ...answer, at: Date.now() }),
	});
	const operations = operationsOn(sandbox);
	await importWorkflows(environment, [
		sideBySide('right', nodesOf(operations)),
		sideBySide('wrong', nodesOf(operations, credentials.wrong)),
	]);
	const statuses = (part: string) =>
		answers.filter(({ path }) => path.includes(part)).map(({ status }) => status);
	return {
		sandbox,
		operations,
		answers,
		statuses,
		callCounts: () => operations.map(({ path }) => statuses(path).length),
		run: async (faults, keys = 'right') => {
			answers.length = 0;
			sandbox.faults.clear();
			sandbox.faults.add(...faults);
			const { exitCode, ...execution } = await execute(environment, keys);
			expect(exitCode).toBe(0);
			return Object.fromEntries(operations.map(({ name }) => [name, itemsOf(execution, name)]));
		},
		close,
	};
}

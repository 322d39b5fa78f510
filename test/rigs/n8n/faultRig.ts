import { itemsOf, type RunData, type RunItem } from '../../../host/drive/execution.cts';
import { executionsOf, readExecution } from '../../../host/drive/executions.cts';
import { signIn } from '../../../host/drive/rest.cts';
import { startServer } from '../../../host/drive/server.cts';
import { callWebhook } from '../../../host/drive/webhook.cts';
import type { Fault, RecordedRequest, Sandbox } from '../../../sandbox/index';
import { credentials } from './setup/credentials.cts';
import { nodesOf, operationsOn, type Operation } from './operations';
import { owner } from './setup/owner.cts';
import { setUp } from './setup/realN8n.cts';
import { publish } from './recipeRig';
import { until } from './until';
import { sideBySide, webhook } from './workflows.cts';

/** A started n8n with every operation in one workflow, and all that the sandbox answered to its last run. */
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

/** Takes as long as `setUp` does, and a start of n8n. */
export async function setUpFaults(): Promise<FaultRig> {
	const answers: FaultRig['answers'] = [];
	const { environment, sandbox, close } = await setUp({
		onAnswer: (answer) => answers.push({ ...answer, at: Date.now() }),
	});
	const operations = operationsOn(sandbox);
	const server = await startServer(environment);
	const client = await signIn(server.url, owner);
	const publishWith = async (keys: 'right' | 'wrong'): Promise<string> => {
		const nodes = nodesOf(operations, credentials[keys]);
		const workflow = { ...sideBySide(keys, nodes, [webhook(keys)]), id: undefined };
		const { id } = (await client.post('/workflows', workflow)) as { id: string };
		await publish(client, id);
		return id;
	};
	const ids = { right: await publishWith('right'), wrong: await publishWith('wrong') };

	/** Runs a workflow by its webhook; reads what n8n has stored of it. */
	const execute = async (keys: 'right' | 'wrong'): Promise<RunData> => {
		const latest = async () => (await executionsOf(client, ids[keys]))[0];
		const before = await latest();
		await callWebhook(server.url, keys);
		const isOver = async () => {
			const { id, status = '' } = (await latest()) ?? {};
			return id !== before?.id && ['success', 'error', 'crashed'].includes(status);
		};
		await until(isOver, 'the end of the run');
		return await readExecution(client, (await latest())?.id ?? '');
	};
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
			const execution = await execute(keys);
			expect(execution.status).toBe('success');
			return Object.fromEntries(operations.map(({ name }) => [name, itemsOf(execution, name)]));
		},
		close: async () => {
			await server.stop();
			await close();
		},
	};
}

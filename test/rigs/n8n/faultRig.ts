import { itemsOf, type RunItem } from '../../../host/drive/execution.cts';
import { signIn } from '../../../host/drive/rest.cts';
import { startServer } from '../../../host/drive/server.cts';
import type { Fault, RecordedRequest, Sandbox } from '../../../sandbox/index';
import { credentials } from './setup/credentials.cts';
import { nodesOf, operationsOn, type Operation } from './operations';
import { owner } from './setup/owner.cts';
import { setUp } from './setup/realN8n.cts';
import { publish } from './recipeRig';
import { settlementOperationsOn } from './settlementOperations';
import { runByWebhook } from './webhookRun';
import { sideBySide, webhook } from './workflows.cts';

/** A started n8n with every operation in one workflow, and all that the sandbox answered to its last run. */
export interface FaultRig {
	sandbox: Sandbox;
	/** Those of Vipps Sales, then those of Vipps Settlement. */
	operations: Operation[];
	sales: Operation[];
	settlement: Operation[];
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
	const sales = operationsOn(sandbox);
	const settlement = settlementOperationsOn('451207');
	const operations = [...sales, ...settlement];
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

	const statuses = (part: string) =>
		answers.filter(({ path }) => path.includes(part)).map(({ status }) => status);
	return {
		sandbox,
		operations,
		sales,
		settlement,
		answers,
		statuses,
		callCounts: () => operations.map(({ path }) => statuses(path).length),
		run: async (faults, keys = 'right') => {
			answers.length = 0;
			sandbox.faults.clear();
			sandbox.faults.add(...faults);
			const started = { url: server.url, client };
			const execution = await runByWebhook(started, ids[keys], keys);
			expect(execution.status).toBe('success');
			return Object.fromEntries(operations.map(({ name }) => [name, itemsOf(execution, name)]));
		},
		close: async () => {
			await server.stop();
			await close();
		},
	};
}

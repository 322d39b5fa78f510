import { importCredentials } from '../../../host/drive/n8n.cts';
import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { startAccountingSystem, postNode } from '../n8n/accountingSystem';
import type { TriggerRig } from './rig';
import { chainOf, triggerNode } from './workflows';
import { until } from '../n8n/until';

/** Keys for a sandbox of their own, in which polls are not counted. */
export const credential = { id: 'failingKeys', name: 'Keys that one ledger refuses' };
const GOOD = '302321';
const REFUSED = 'not-mine';

/** What the error workflow tells. */
const MESSAGE = '[{ json: { told: ($json.execution ?? $json.trigger).error.message } }]';

/** What came of a trigger that reads two ledgers, one of which is refused in every poll. */
export interface FailingResult {
	/** Ledgers whose sales were booked. */
	booked: string[];
	/** What the failed executions say. */
	messages: string[];
	/** What the error workflow was started with. */
	told: string[];
}

/** To be called before n8n is started. */
export async function prepareFailing({ n8n: { environment } }: TriggerRig): Promise<Sandbox> {
	const sandbox = await startSandbox({ now: '2026-03-12T12:00:00Z' });
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const data = { clientId, clientSecret, environment: 'custom', baseUrl };
	await importCredentials(environment, [{ ...credential, type: 'vippsAccountingApi', data }]);
	return sandbox;
}

/** Switches the trigger on, and waits until an execution says what is wrong: at the third poll. */
export async function runFailing(rig: TriggerRig): Promise<FailingResult> {
	const errors = await startAccountingSystem();
	const errorWorkflow = await rig.create(() =>
		chainOf('Tell', [errorTrigger, postNode(errors.url, { items: MESSAGE })]),
	);
	await rig.activate(errorWorkflow);
	const parameters = { ledgers: 'selected', ledgerIds: [GOOD, REFUSED], startFrom: 'beginning' };
	const flow = await rig.create((url) => {
		const chain = chainOf('One is refused', [triggerNode(parameters, credential), postNode(url)]);
		return { ...chain, settings: { ...chain.settings, errorWorkflow: errorWorkflow.id } };
	});
	await rig.activate(flow);
	await until(() => errors.booked.length > 0, 'the error workflow', 360_000);
	await rig.deactivate(flow);
	const failed = (await rig.executions(flow)).filter(({ status }) => status === 'error');
	const texts = await Promise.all(
		failed.map(async ({ id }) => JSON.stringify(await rig.rest.get(`/executions/${id}`))),
	);
	await errors.close();
	return {
		booked: [
			...new Set(flow.accounting.booked.map((sale) => (sale as { ledgerId: string }).ledgerId)),
		],
		messages: texts.map((text) => /Can't read ledger[^"\\]*/.exec(text)?.[0] ?? text),
		told: errors.booked.map((error) => (error as { told: string }).told),
	};
}

const errorTrigger = {
	id: 'b1d9a4e2-5c1f-4b83-8a52-0f6f7ac1d009',
	name: 'Error Trigger',
	type: 'n8n-nodes-base.errorTrigger',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

import type { Page } from 'playwright-core';

import { itemsOf, type RunItem } from '../../host/drive/execution.cts';
import { executionsOf, readExecution, type ListedExecution } from '../../host/drive/executions.cts';
import { signIn, type RestClient } from '../../host/drive/rest.cts';
import { owner } from '../rigs/n8n/setup/owner.cts';
import { until } from '../rigs/n8n/until';
import { serveExample, type Served } from '../rigs/n8n/serveExample.cts';
import { Editor } from '../rigs/editor/editor';
import { ExecutionsTab } from '../rigs/editor/executionsTab';
import { removeNode } from '../rigs/editor/removeNode';
import { NodePanel } from '../rigs/editor/nodePanel';
import { NodesPanel } from '../rigs/editor/nodesPanel';
import { addresses, NOW } from '../rigs/editor/setup/rig.cts';
import { vipps } from '../rigs/editor/vipps';
import { WorkflowHeader } from '../rigs/editor/workflowHeader';

// It waits for a poll, up to a minute.
jest.setTimeout(4 * 60_000);

const SIX_HOURS_LATER = '2026-06-15T18:00:00Z';

const references = (items: RunItem[]) => items.map(({ json }) => json.reference);

const hasEnded = (execution?: ListedExecution) =>
	execution !== undefined && !['new', 'running', 'waiting'].includes(execution.status);

describe('a template with a placeholder for the accounting step', () => {
	let editor: Editor;
	let page: Page;
	let header: WorkflowHeader;
	let template: Served;
	let n8n: RestClient;
	let sold: unknown[] = [];

	beforeAll(async () => {
		n8n = await signIn(addresses().n8n, owner);
		template = await serveExample('new-sales-trigger.json');
		editor = await Editor.open();
		page = await editor.newWorkflow();
		header = await WorkflowHeader.of(page);
	});
	afterAll(async () => {
		await n8n?.post(`/workflows/${workflowId()}/deactivate`, {});
		await vipps.setClock(NOW);
		await editor?.close();
		await template?.close();
	});

	const workflowId = () => /\/workflow\/(\w+)/.exec(page.url())?.[1] ?? '';
	const stored = async () => await executionsOf(n8n, workflowId());

	it('is imported from its address, and asks for a credential before it can be published', async () => {
		await header.importFromUrl(template.url);
		expect(await header.canPublish()).toBe(false);
		const trigger = await NodePanel.open(page, 'New sales');
		await trigger.useCredential('Accounting keys');
		await trigger.choose('mode', 'Every Minute');
		await trigger.close();
		await header.publish();
	});

	it('stops at the placeholder when there are new sales', async () => {
		await vipps.setClock(SIX_HOURS_LATER);
		const executions = await ExecutionsTab.open(page);
		await executions.failed();
		const [failed] = (await stored()).filter(({ status }) => status === 'error');
		const { data } = await readExecution(n8n, failed?.id ?? '');
		expect(data.resultData.error?.message).toBe('Replace this node with your accounting step');
		expect(data.resultData.lastNodeExecuted).toBe('Book the sales');
		sold = references(itemsOf({ data, status: 'error' }, 'Remove duplicates'));
		expect(sold.length).toBeGreaterThan(0);
	});

	it('books the same sales when the placeholder has been replaced and the execution is retried', async () => {
		await header.toEditor();
		await removeNode(page, 'Book the sales');
		const panel = new NodesPanel(page);
		await panel.openBehind('Remove duplicates');
		await panel.search('no op', 'No Operation, do nothing');
		await panel.result('No Operation, do nothing').click();
		const step = await NodePanel.opened(page);
		// A retry finds the node at which the execution failed by its name.
		await step.rename('Book the sales');
		await step.close();
		await header.publish();

		const before = await stored();
		const executions = await ExecutionsTab.open(page);
		await executions.retry();
		const retried = async () =>
			(await stored()).find(({ id }) => !before.some((one) => one.id === id));
		await until(async () => hasEnded(await retried()), 'a retried execution');
		const { data, status } = await readExecution(n8n, (await retried())?.id ?? '');
		expect(status).toBe('success');
		expect(references(itemsOf({ data, status }, 'Book the sales'))).toEqual(sold);
	});
});

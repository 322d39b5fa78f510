import type { Page } from 'playwright-core';

import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';
import { LARGE, picture } from '../rigs/editor/picture.cts';
import { YESTERDAY } from '../rigs/editor/setup/rig.cts';
import { vipps } from '../rigs/editor/vipps';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const byDate = { operation: 'getByDate', period: 'date' };

/** One for each test, since a node that has run shows its last end until the next. */
const nodes = {
	'Impossible date': { ...byDate, ledgerId: byId('302321'), date: '={{ $today }}' },
	'Unknown ledger': { ...byDate, ledgerId: byId('999999'), date: YESTERDAY },
	'Long wait': { ...byDate, ledgerId: byId('302321'), date: YESTERDAY },
	'Short wait': { ...byDate, ledgerId: byId('302321'), date: YESTERDAY },
};

describe('what the editor shows when a run fails', () => {
	let editor: Editor;
	let page: Page;
	let node: NodePanel;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openSalesNodes(nodes);
	});
	afterEach(async () => {
		await vipps.behave();
		await node?.close();
	});
	afterAll(async () => await editor?.close());

	it('a date that does not exist: which field, what it holds, what it must be', async () => {
		node = await NodePanel.open(page, 'Impossible date');
		await node.express('date', '{{ "2026-02-30" }}', '2026-02-30');
		expect(await node.run()).toBe('danger');
		expect(await node.output.error()).toEqual({
			message: "'Date' must be a date such as 2026-05-16",
			description: 'You entered "2026-02-30".',
		});
	});

	it('an unknown ledger: which one, what to do, and the trace id', async () => {
		node = await NodePanel.open(page, 'Unknown ledger');
		expect(await node.run()).toBe('danger');
		const { message, description } = await node.output.error();
		expect(message).toBe(`Could not get the sales of ledger 999999 on ${YESTERDAY}`);
		expect(description).toContain('Vipps answered 404');
		expect(description).toContain("Select it from the list; if it isn't there");
		expect(description).toContain('Trace ID for Vipps support');
		await node.settled();
		await node.output.withoutTraceId();
		await picture(page, 'unknown-ledger', async () => await node.shown(), { size: LARGE });
	});

	it('a rate limit that asks for a long wait: when to run again', async () => {
		node = await NodePanel.open(page, 'Long wait');
		await vipps.misbehave({ kind: 'status', status: 429, retryAfter: '300', path: '/sales/' });
		expect(await node.run()).toBe('danger');
		const { message, description } = await node.output.error();
		expect(message).toBe(`Could not get the sales of ledger 302321 on ${YESTERDAY}`);
		expect(description).toMatch(/Run again after .* UTC: Vipps asks to wait 300 seconds/);
	});

	it('a rate limit that is soon over: the sales, and nothing of it', async () => {
		node = await NodePanel.open(page, 'Short wait');
		const once = { times: 1, path: '/sales/' };
		await vipps.misbehave({ kind: 'status', status: 429, retryAfter: '1', ...once });
		expect(await node.run()).toBe('success');
		const sales = await vipps.salesOfDate('302321', YESTERDAY);
		expect(await node.output.itemCount()).toBe(`${sales.length} items`);
	});
});

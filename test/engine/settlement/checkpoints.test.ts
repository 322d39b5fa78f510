import type { INodeParameters } from 'n8n-workflow';

import { typeOf } from '../../rigs/engine/nodeTypes';
import { ledger } from '../../rigs/engine/rig';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();
const ID = '302334';

/** Runs the node of one workflow again and again; what it keeps is kept. */
function workflow() {
	const { clientId, clientSecret, url: baseUrl } = held.sandbox;
	const engine = new Engine({ clientId, clientSecret, baseUrl });
	const memory = { staticData: {} };
	return async (parameters: INodeParameters, input: object[] = [{}]) => {
		const more = { type: typeOf('vippsSettlement') };
		const run = await engine.start(workflowOf(parameters, input as never, more), { memory });
		const { runData, error } = run.data.resultData;
		const [task] = runData['Vipps Sales'] ?? [];
		const outputs = (task?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json));
		return { outputs, error: task?.error ?? error, hints: task?.hints ?? [] };
	};
}

const feed = (resource: string) => ({
	...{ resource, operation: 'getFeed', ledgerId: ledger(ID), returnAll: true },
	startFrom: 'savedCheckpoint',
});
const checkpoint = { resource: 'checkpoint' };

describe('checkpoints of the two feeds', () => {
	it('are saved apart, and each feed starts after its own', async () => {
		const run = workflow();
		held.at('2026-06-10T12:00:00Z');
		const { outputs: funds, hints } = await run(feed('transaction'));
		expect(hints.map(({ message }) => message)).toEqual([
			`No checkpoint is saved for ledger ${ID} in this workflow: its feed was read from the first transaction.`,
		]);
		const { outputs: fees } = await run(feed('fee'));
		const cursors = [funds, fees].map((outputs) => outputs[1]?.[0]?.cursor);
		for (const [index, outputs] of [funds, fees].entries()) {
			const save = { ...checkpoint, operation: 'save', feed: ['funds', 'fees'][index] ?? '' };
			const { outputs: saved, error } = await run(save, outputs[1]);
			expect(error).toBeUndefined();
			expect(saved[0]).toMatchObject([{ ledgerId: ID, cursor: cursors[index], saved: true }]);
		}
		for (const [index, name] of ['funds', 'fees'].entries()) {
			const get = { ...checkpoint, operation: 'get', feed: name, ledgerId: ledger(ID) };
			expect((await run(get)).outputs[0]).toMatchObject([{ feed: name, cursor: cursors[index] }]);
		}
		held.at('2026-06-15T18:00:00Z');
		for (const [resource, list] of [
			['transaction', 'funds'],
			['fee', 'fees'],
		] as const) {
			const { outputs } = await run(feed(resource));
			const before = (list === 'funds' ? funds : fees)[0]?.length ?? 0;
			const all = held.sandbox.movements(ID, list);
			expect(outputs[0]).toHaveLength(all.length - before);
			expect(outputs[0]?.length).toBeGreaterThan(0);
		}
	});

	it('are cleared apart', async () => {
		const run = workflow();
		for (const name of ['funds', 'fees']) {
			const save = { ...checkpoint, operation: 'save', feed: name, cursor: `of ${name}` };
			await run({ ...save, ledgerId: ledger(ID) });
		}
		const clear = { ...checkpoint, operation: 'clear', feed: 'fees', ledgerId: ledger(ID) };
		expect((await run(clear)).outputs[0]).toEqual([
			{ feed: 'fees', ledgerId: ID, previousCursor: 'of fees', cleared: true },
		]);
		const get = { ...checkpoint, operation: 'get', ledgerId: ledger(ID) };
		expect((await run(get)).outputs[0]).toMatchObject([{ feed: 'funds', cursor: 'of funds' }]);
		expect((await run({ ...get, feed: 'fees' })).outputs[0]).toMatchObject([{ cursor: '' }]);
	});

	it.each([
		{ given: 'fees', selected: 'funds' },
		{ given: 'funds', selected: 'fees' },
		{ given: 'sales', selected: 'funds' },
	])('of $given are refused as those of $selected', async ({ given, selected }) => {
		const save = { ...checkpoint, operation: 'save', feed: selected };
		const { error, outputs } = await workflow()(save, [{ feed: given, ledgerId: ID, cursor: 'c' }]);
		expect(error?.message).toContain("'Feed' must be that of the incoming checkpoint");
		expect(error?.message).toContain(`"${given}"`);
		expect(outputs.flat()).toEqual([]);
	});

	it('that Vipps rejects say how to start again', async () => {
		const run = workflow();
		const save = { ...checkpoint, operation: 'save', feed: 'fees', cursor: 'of nothing' };
		await run({ ...save, ledgerId: ledger(ID) });
		const { error } = await run(feed('fee'));
		expect(error?.message).toBe(`Vipps rejected the saved checkpoint of ledger ${ID}`);
		expect(error?.description).toContain('The feed then starts at the first fee');
	});
});

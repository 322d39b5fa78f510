import { workflowOf } from '../../rigs/engine/engine';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';
import { typeOf } from '../../rigs/engine/nodeTypes';

const getFeed = { resource: 'sale', operation: 'getFeed', ledgerId: ledger('302321'), limit: 3 };

describe('Get From Feed as the tool of an AI model', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	it('gives sales, the cursor to continue after and what a person would be told, in one output', async () => {
		const type = `${typeOf('vippsSales')}Tool`;
		const { items, outputs, hints } = await rig.engine.run(workflowOf(getFeed, [{}], { type }));
		const sales = await rig.run(getFeed);
		expect(outputs.slice(1).flat()).toEqual([]);
		expect(items).toEqual([
			...sales.items,
			...(sales.outputs[1] ?? []).map(({ json }) => json),
			{ note: expect.stringContaining('The limit of 3 was reached') },
		]);
		expect(hints).toEqual([]);
	});
});

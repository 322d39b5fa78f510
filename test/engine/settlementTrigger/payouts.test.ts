import type { IDataObject } from 'n8n-workflow';

import { setUp, type Rig } from '../../rigs/engine/rig';
import { setClock } from '../../rigs/engine/clock';
import { payoutsBetween } from '../../rigs/engine/settlement/settlementRig';
import { settlementRigOn, type PollRig } from '../../rigs/engine/trigger/pollRig';

describe('a payout that starts a workflow', () => {
	let node: Rig;
	let rig: PollRig;
	beforeAll(async () => void (node = await setUp({}, 'vippsSettlement')));
	beforeEach(() => {
		rig = settlementRigOn(node.sandbox);
	});
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => await node.close());

	const at = (instant: string) => {
		node.sandbox.clock.set(instant);
		setClock(instant);
	};

	/** The same payouts by Payout: Get Many, but for the key. */
	async function gotten(items: IDataObject[], output: string): Promise<IDataObject[]> {
		const all: IDataObject[] = [];
		for (const { ledgerId, ledgerDate } of items) {
			const wanted = payoutsBetween(String(ledgerId), String(ledgerDate));
			all.push(...(await node.run({ ...wanted, output })).items);
		}
		return all;
	}
	const withKeysOf = (items: IDataObject[], others: IDataObject[]) =>
		others.map((other, index) => ({ ...other, dedupeKey: items[index]?.dedupeKey }));

	it.each(['rows', 'raw'])('is the item that Payout: Get Many gives: %s', async (output) => {
		rig.set({ output });
		at('2026-03-31T12:00:00Z');
		expect(await rig.poll()).toEqual([]);
		at('2026-04-01T12:00:00Z');
		const items = await rig.poll();
		expect(items.map(({ ledgerId }) => ledgerId)).toEqual([
			...['302321', '310488', '451207', '0451893', '602118'],
		]);
		expect(items).toEqual(withKeysOf(items, await gotten(items, output)));
	});

	it('comes once when it comes back, however the poll fails before', async () => {
		rig.set({
			triggerOn: 'payoutReturned',
			output: 'raw',
			ledgers: 'selected',
			ledgerIds: ['302321'],
		});
		at('2026-06-04T05:00:00Z');
		expect(await rig.poll()).toEqual([]);
		at('2026-06-04T10:00:00Z');
		node.sandbox.faults.add({ kind: 'status', status: 403, path: '/dates/2026-06-04' });
		await expect(rig.poll()).rejects.toThrow('Could not get');
		node.sandbox.faults.clear();
		rig.restart();
		const items = await rig.poll();
		const [returned] = node.sandbox
			.movements('302321', 'funds')
			.filter(({ entryType }) => entryType === 'payout-aborted');
		expect(items).toMatchObject([
			{
				ledgerId: '302321',
				status: 'returned',
				payout: returned?.amount,
				returnedDate: '2026-06-04',
			},
		]);
		expect(items).toEqual(withKeysOf(items, await gotten(items, 'raw')));
		for (const day of ['05', '06', '07']) {
			at(`2026-06-${day}T10:00:00Z`);
			expect(await rig.poll()).toEqual([]);
		}
	});
});

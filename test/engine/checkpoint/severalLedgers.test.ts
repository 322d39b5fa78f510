import type { IDataObject } from 'n8n-workflow';

import { CheckpointRig, feed, wirings } from '../../rigs/engine/checkpointRig';
import type { Step, StepRun } from '../../rigs/engine/scheduled';

const ofAll = (more: object = {}): Step => ({
	...feed,
	parameters: {
		...{ resource: 'sale', operation: 'getFeed', output: 'entries', returnAll: true },
		...{ ledgers: 'all', ...more },
	},
});

describe('a feed of all ledgers, with a saved checkpoint each', () => {
	let held: CheckpointRig;
	beforeEach(async () => void (held = await CheckpointRig.open()));
	afterEach(async () => await held.rig.close());

	const ids = () => held.rig.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
	const soldOn = (day: number) => ids().flatMap((ledgerId) => held.salesOn(day, ledgerId));
	const run = async (more?: object, extra: Partial<Step> = {}) => {
		const { nodes, status } = await held.run({
			...wirings.below,
			Feed: { ...ofAll(more), ...extra },
		});
		return { status, nodes, booked: held.scheduled.bookingStep.take() };
	};
	const checkpoints = ({ Feed }: Record<string, StepRun>) => Feed?.outputs[1] ?? [];

	it('brings everything once, then only what is new', async () => {
		const first = soldOn(0);
		expect((await run()).booked).toEqual(first);
		expect((await run()).booked).toEqual([]);
		const known = new Set(first.map((sale) => JSON.stringify(sale)));
		const fresh = soldOn(1).filter((sale) => !known.has(JSON.stringify(sale)));
		expect((await run()).booked).toEqual(fresh);
	});

	it('gives one checkpoint for each ledger, with its feed', async () => {
		const { nodes } = await run();
		expect(checkpoints(nodes)).toEqual(
			ids().map((ledgerId) => ({
				...{ feed: 'sales', ledgerId, cursor: expect.any(String) },
				...{ count: held.salesOn(0, ledgerId).length, hasMore: false },
			})),
		);
	});

	it('gives each ledger its share of the limit, and the rest to those that have more', async () => {
		const sold = ids().map((ledgerId) => held.salesOn(0, ledgerId).length);
		const limit = sold.length * 3 + 2;
		const { booked, nodes } = await run({ returnAll: false, limit });
		expect(booked).toHaveLength(limit);
		const counts = checkpoints(nodes).map(({ count }) => Number(count));
		const least = sold.map((count) => Math.min(count, 3));
		expect(counts.every((count, index) => count >= (least[index] ?? 0))).toBe(true);
		expect(nodes.Feed?.hints).toContainEqual({
			type: 'info',
			message: expect.stringContaining(`The limit of ${limit} was reached`),
		});
	});

	it('comes to its end with any limit, and brings each sale once', async () => {
		const booked: IDataObject[] = [];
		let hasMore = true;
		for (let runs = 0; hasMore && runs < 100; runs++) {
			const { nodes, booked: some } = await run({ returnAll: false, limit: 40 });
			expect(some.length).toBeLessThanOrEqual(40);
			booked.push(...some);
			hasMore = checkpoints(nodes).some((checkpoint) => checkpoint.hasMore);
		}
		const byLedger = ids().flatMap((id) => booked.filter(({ ledgerId }) => ledgerId === id));
		expect(byLedger).toEqual(soldOn(0));
	});

	it('moves no checkpoint if a ledger fails', async () => {
		const [broken = ''] = ids();
		held.rig.sandbox.faults.add({ kind: 'status', status: 403, path: `/ledgers/${broken}` });
		const { status, booked, nodes } = await run();
		expect([status, booked]).toEqual(['error', []]);
		expect(nodes.Feed?.error?.message).toContain(`ledger ${broken}`);
		expect(await held.get(ids()[1])).toMatchObject({ cursor: '' });
	});

	it('moves the checkpoints of the other ledgers under Continue', async () => {
		const [broken = '', other = ''] = ids();
		held.rig.sandbox.faults.add({ kind: 'status', status: 403, path: `/ledgers/${broken}` });
		const { nodes } = await run({}, { onError: 'continueRegularOutput' });
		expect(checkpoints(nodes).map(({ ledgerId }) => ledgerId)).toEqual(ids().slice(1));
		expect(nodes.Feed?.items.at(-1)).toMatchObject({
			error: expect.stringContaining(`ledger ${broken}`),
		});
		expect(await held.get(broken)).toMatchObject({ cursor: '' });
		expect((await held.get(other))?.cursor).not.toBe('');
	});

	it('has no cursor to start from but the saved ones', async () => {
		held.rig.calls();
		const { nodes } = await run({ startFrom: 'cursor', cursor: 'of one ledger' });
		expect(nodes.Feed?.error?.message).toMatch(/'Start From' must be savedCheckpoint/);
		expect(held.rig.calls()).toEqual([]);
	});
});

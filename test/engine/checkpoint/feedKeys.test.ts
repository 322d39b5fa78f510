import type { IDataObject } from 'n8n-workflow';

import { Engine, workflowOf } from '../../rigs/engine/engine';
import { closeFeeds, openFeeds } from '../../rigs/engine/trigger/feedRig';
import { sale, type FeedServer } from '../../rigs/engine/servers/feedServer';
import { keysOf, type PollRig } from '../../rigs/engine/trigger/pollRig';
import { ledger } from '../../rigs/engine/rig';

const cash = (more = {}) =>
	sale({ pspReference: null, reference: 'till', time: '2026-06-01T10:00:00Z', ...more });

describe('the keys of a feed', () => {
	let server: FeedServer;
	let rig: PollRig;
	let engine: Engine;
	let memory: { staticData: IDataObject };
	beforeEach(async () => {
		({ server, rig } = await openFeeds());
		engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
		memory = { staticData: {} };
		server.feeds.set('1', [cash(), cash(), sale(), cash({ amounts: { gross: 50 } }), cash()]);
	});
	afterEach(async () => await closeFeeds(server));

	/** Reads so many sales behind a cursor, in an execution of its own. */
	const read = async (cursor: string, limit: number, output = 'rows') => {
		const parameters = {
			resource: 'sale',
			operation: 'getFeed',
			output: 'entries',
			ledgerId: ledger('1'),
		};
		const json = workflowOf({ ...parameters, cursor, limit, output });
		const run = await engine.start(json, { memory });
		const [task] = run.data.resultData.runData['Vipps Sales'] ?? [];
		return (task?.data?.main ?? []).map((items) => (items ?? []).map(({ json: item }) => item));
	};
	const readOn = async (limit: number, output?: string) => {
		const keys: unknown[] = [];
		for (let cursor = ''; ; ) {
			const [items = [], checkpoint = []] = await read(cursor, limit, output);
			keys.push(...keysOf(items));
			if (items.length === 0) return keys;
			cursor = String(checkpoint[0]?.cursor);
		}
	};

	it.each([1, 2, 5])('are those of the trigger, read %d at a time', async (limit) => {
		rig.set({ startFrom: 'beginning' });
		const expected = keysOf(await rig.poll());
		expect(new Set(expected).size).toBe(5);
		expect(await readOn(limit)).toEqual(expected);
	});

	it('are the same when an execution is done again from its cursor', async () => {
		const [, [checkpoint] = []] = await read('', 1);
		const cursor = String(checkpoint?.cursor);
		const [first = []] = await read(cursor, 1);
		const [second = []] = await read(cursor, 1);
		expect(keysOf(second)).toEqual(keysOf(first));
	});

	it('go on behind executions that gave entries, which have none', async () => {
		const [[entry] = [], [checkpoint] = []] = await read('', 1, 'entries');
		expect(entry).not.toHaveProperty('dedupeKey');
		const [rows = []] = await read(String(checkpoint?.cursor), 1);
		expect(keysOf(rows)[0]).toMatch(/\|2$/);
	});

	it('are one for each order line', async () => {
		const lines = [{ lineTotalGross: 60 }, { lineTotalGross: 40 }];
		server.feeds.set('1', [sale({ lines, pspReference: 'p' })]);
		const [items = []] = await read('', 5, 'lines');
		expect(keysOf(items)).toEqual(['1|capture|p#1', '1|capture|p#2']);
	});
});

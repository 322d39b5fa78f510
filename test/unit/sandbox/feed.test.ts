import type { AxiosInstance } from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { itemsOf, overTheWire, pagesOf, salesPath, signedIn, type Page } from './client';

const LEDGER = '310488';
let sandbox: Sandbox;
let api: AxiosInstance;

beforeEach(async () => {
	sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z' });
	api = await signedIn(sandbox);
});
afterEach(async () => await sandbox.close());

const feed = async (params: Record<string, string | number> = {}, ledgerId = LEDGER) =>
	(await api.get<Page>(salesPath(ledgerId), { params })).data;

/** The answer to a call with a cursor behind which there is nothing yet. */
const caughtUp = async () => {
	const { cursor } = await feed({ pageSize: 1000, cursor: (await lastPage()).cursor ?? '' });
	return cursor;
};
const lastPage = async () => {
	const last = (await pagesOf(api, salesPath(LEDGER), { pageSize: 1000 })).at(-1);
	if (!last) throw new Error('The feed has no pages');
	return last;
};

describe('the feed', () => {
	it.each([[7], [100], [999], [1000]])(
		'read in pages of %i gives every sale once, in order',
		async (pageSize) => {
			const pages = await pagesOf(api, salesPath(LEDGER), { pageSize });
			expect(JSON.stringify(itemsOf(pages))).toBe(JSON.stringify(sandbox.sales(LEDGER)));
			expect(pages.slice(0, -1).every(({ items }) => items.length === pageSize)).toBe(true);
			expect(pages.every(({ cursor }) => !!cursor)).toBe(true);
		},
	);

	it('gives the busiest ledger whole', async () => {
		const pages = await pagesOf(api, salesPath('302321'), { pageSize: 1000 });
		expect(JSON.stringify(itemsOf(pages))).toBe(JSON.stringify(sandbox.sales('302321')));
	});

	it('has 100 entries to a page when no size is asked for', async () => {
		expect((await feed()).items).toHaveLength(100);
	});

	it('goes on from a kept cursor when the clock has moved, without a gap or a repetition', async () => {
		const before = sandbox.sales(LEDGER);
		const { cursor } = await lastPage();
		sandbox.clock.advance(86_400);
		api = await signedIn(sandbox);
		const { items } = await feed({ cursor: cursor ?? '', pageSize: 1000 });
		expect(items.length).toBeGreaterThan(0);
		expect([...overTheWire(before), ...items]).toEqual(overTheWire(sandbox.sales(LEDGER)));
	});

	it('understands a cursor from before a restart with the same seed, but from no other', async () => {
		const { cursor } = await feed({ pageSize: 10 });
		const again = await startSandbox({ now: '2026-06-15T12:00:00Z' });
		const other = await startSandbox({ now: '2026-06-15T12:00:00Z', seed: 2 });
		const ask = async (where: Sandbox) =>
			await (await signedIn(where)).get<Page>(salesPath(LEDGER), { params: { cursor } });
		expect((await ask(again)).data.items[0]).toEqual(overTheWire(sandbox.sales(LEDGER)[10]));
		expect((await ask(other)).status).toBe(400);
		await Promise.all([again.close(), other.close()]);
	});

	it('gives out cursors that a URL must encode', async () => {
		const pages = await pagesOf(api, salesPath(LEDGER), { pageSize: 10 });
		const cursors = pages.map(({ cursor }) => cursor ?? '');
		expect(cursors.every((cursor) => cursor.endsWith('='))).toBe(true);
		expect(cursors.filter((cursor) => cursor.includes('+')).length).toBeGreaterThan(5);
		expect(cursors.filter((cursor) => cursor.includes('/')).length).toBeGreaterThan(5);
		const plus = cursors.find((cursor) => cursor.includes('+')) ?? '';
		expect((await api.get(`${salesPath(LEDGER)}?cursor=${plus}`)).status).toBe(400);
	});

	it('is empty on a ledger that has sold nothing yet', async () => {
		sandbox.clock.set('2026-04-01T12:00:00Z');
		expect(await feed({}, '602745')).toEqual({
			items: [],
			cursor: expect.stringMatching(/=$/),
			hasMore: false,
		});
	});
});

describe('the switch', () => {
	it('feedHasMore takes hasMore away', async () => {
		expect(await feed({ pageSize: 10 })).toHaveProperty('hasMore', true);
		sandbox.switches.feedHasMore = 'absent';
		expect(await feed({ pageSize: 10 })).not.toHaveProperty('hasMore');
	});

	it('caughtUpFeed: the same cursor again', async () => {
		const { cursor } = await lastPage();
		expect(await feed({ cursor: cursor ?? '' })).toEqual({ items: [], cursor, hasMore: false });
	});

	it('caughtUpFeed: a new cursor each time, all of them good', async () => {
		sandbox.switches.caughtUpFeed = 'newCursor';
		const cursors = [(await lastPage()).cursor];
		for (let call = 0; call < 3; call++) {
			const { items, cursor } = await feed({ cursor: cursors.at(-1) ?? '' });
			expect(items).toEqual([]);
			cursors.push(cursor);
		}
		expect(new Set(cursors).size).toBe(4);
		const known = sandbox.sales(LEDGER).length;
		sandbox.clock.advance(86_400);
		api = await signedIn(sandbox);
		const { items } = await feed({ cursor: cursors.at(-1) ?? '', pageSize: 1000 });
		expect(items).toEqual(overTheWire(sandbox.sales(LEDGER).slice(known)));
	});

	it.each([
		{ reading: 'emptyCursor', cursor: '' },
		{ reading: 'nullCursor', cursor: null },
		{ reading: 'noCursor', cursor: undefined },
	] as const)('caughtUpFeed: $reading', async ({ reading, cursor }) => {
		sandbox.switches.caughtUpFeed = reading;
		expect((await lastPage()).cursor).toEqual(expect.stringMatching(/=$/));
		expect(await caughtUp()).toBe(cursor);
	});

	it('caughtUpFeed: the last page with items has no cursor', async () => {
		sandbox.switches.caughtUpFeed = 'noCursorOnLastPage';
		const pages = await pagesOf(api, salesPath(LEDGER), { pageSize: 1000 });
		expect(JSON.stringify(itemsOf(pages))).toBe(JSON.stringify(sandbox.sales(LEDGER)));
		expect(pages.at(-1)).not.toHaveProperty('cursor');
		expect(pages.at(-1)?.items.length).toBeGreaterThan(0);
	});

	it('refundSign turns refunds round, and they add up still', async () => {
		const refunds = () => sandbox.sales(LEDGER).filter(({ entryType }) => entryType === 'refund');
		const [negative, captures] = [
			refunds(),
			sandbox.sales(LEDGER).filter((e) => e.entryType === 'capture'),
		];
		expect(negative.every(({ amounts }) => amounts.gross <= 0)).toBe(true);
		sandbox.switches.refundSign = 'positive';
		const positive = refunds();
		expect(positive.every(({ amounts }) => amounts.gross >= 0)).toBe(true);
		expect(positive.map(({ amounts }) => 0 - amounts.gross)).toEqual(
			negative.map(({ amounts }) => amounts.gross),
		);
		expect(sandbox.sales(LEDGER).filter((e) => e.entryType === 'capture')).toEqual(captures);
	});

	it.each([
		{ reading: 'always', holds: (count: number, all: number) => count === all },
		{ reading: 'never', holds: (count: number) => count === 0 },
		{ reading: 'mixed', holds: (count: number, all: number) => count > 0 && count < all },
	] as const)('refundLines: $reading', async ({ reading, holds }) => {
		sandbox.switches.refundLines = reading;
		const refunds = sandbox.sales('451207').filter(({ entryType }) => entryType === 'refund');
		const withLines = refunds.filter(({ lines, completeness }) => {
			expect(completeness.hasLineItems).toBe(!!lines?.length);
			return !!lines?.length;
		});
		expect(holds(withLines.length, refunds.length)).toBe(true);
	});
});

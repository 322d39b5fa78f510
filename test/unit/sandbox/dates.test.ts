import type { AxiosInstance } from 'axios';
import { BUSY_DATE, startSandbox, type Sandbox, type Switches } from '../../../sandbox';
import { itemsOf, pagesOf, salesPath, signedIn, type Page } from './client';

const { ledgerId, ledgerDate } = BUSY_DATE;
let sandbox: Sandbox;
let api: AxiosInstance;

let usual: Switches;

beforeAll(async () => {
	sandbox = await startSandbox();
	usual = { ...sandbox.switches };
});
beforeEach(async () => {
	sandbox.clock.set('2026-06-15T12:00:00Z');
	Object.assign(sandbox.switches, usual);
	api = await signedIn(sandbox);
});
afterAll(async () => await sandbox.close());

const datePath = (date = ledgerDate as string, ledger = ledgerId as string) =>
	`${salesPath(ledger)}/dates/${date}`;
const truth = () => JSON.stringify(sandbox.salesOfDate(ledgerId, ledgerDate));

describe('the sales of a date', () => {
	it.each([[100], [777], [1000]])('come whole in pages of %i', async (pageSize) => {
		const pages = await pagesOf(api, datePath(), { pageSize });
		expect(JSON.stringify(itemsOf(pages))).toBe(truth());
		expect(pages.slice(0, -1).every(({ hasMore }) => hasMore === true)).toBe(true);
		expect(pages.at(-1)).toMatchObject({ hasMore: false });
	});

	it('are none before history begins, in the future, and on a day without sales', async () => {
		for (const path of [
			datePath('2025-12-24'),
			datePath('2027-01-01'),
			datePath('2026-04-01', '602745'),
		]) {
			expect((await api.get(path)).data).toEqual({ items: [], hasMore: false });
		}
	});

	it('are those up to now on the day that runs', async () => {
		const { data } = await api.get<Page>(datePath('2026-06-15'), { params: { pageSize: 1000 } });
		expect(data.items.every(({ time }) => time <= '2026-06-15T12:00:00Z')).toBe(true);
		sandbox.clock.advance(10 * 3600);
		api = await signedIn(sandbox);
		const later = await api.get<Page>(datePath('2026-06-15'), { params: { pageSize: 1000 } });
		expect(later.data.items.length).toBeGreaterThan(data.items.length);
	});
});

describe('the switch', () => {
	it('emptyDatePages puts an empty page after each that has more', async () => {
		sandbox.switches.emptyDatePages = 'between';
		const pages = await pagesOf(api, datePath(), { pageSize: 1000 });
		expect(JSON.stringify(itemsOf(pages))).toBe(truth());
		const sizes = pages.map(({ items }) => items.length);
		expect(sizes.slice(0, 4)).toEqual([1000, 0, 1000, 0]);
		expect(pages.at(-1)?.items.length).toBeGreaterThan(0);
		expect(pages.slice(0, -1).every(({ hasMore }) => hasMore === true)).toBe(true);
	});

	it('emptyDatePages puts an empty page at the end', async () => {
		sandbox.switches.emptyDatePages = 'end';
		const pages = await pagesOf(api, datePath(), { pageSize: 1000 });
		expect(JSON.stringify(itemsOf(pages))).toBe(truth());
		expect(pages.at(-1)).toMatchObject({ items: [], hasMore: false });
		expect(pages.at(-2)?.hasMore).toBe(true);
	});

	it.each([
		{ reading: 'absent', cursor: undefined },
		{ reading: 'empty', cursor: '' },
		{ reading: 'null', cursor: null },
		{ reading: 'sent', cursor: expect.stringMatching(/=$/) },
	] as const)('dateEndCursor: $reading', async ({ reading, cursor }) => {
		sandbox.switches.dateEndCursor = reading;
		const { data } = await api.get<Page>(datePath('2026-06-14'), { params: { pageSize: 1000 } });
		expect(data.hasMore).toBe(false);
		expect(data.cursor).toEqual(cursor);
	});
});

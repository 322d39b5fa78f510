import type { AxiosInstance } from 'axios';
import { startSandbox, type Fault, type Sandbox } from '../../../sandbox';
import { signedIn } from './client';
import { entriesOf, pagesOfDate, pagesOfFeed, reportPath, type ReportPage } from './money';

const BUSY = '2026-05-16';
const paths = [
	{ name: 'funds by date', path: `${reportPath('302321')}/dates/${BUSY}`, more: { hasMore: true } },
	{
		name: 'fees by date',
		path: `${reportPath('302321', 'fees')}/dates/${BUSY}`,
		more: { hasMore: true },
	},
	{ name: 'the feed of funds', path: `${reportPath('302321')}/feed`, more: { tryLater: false } },
	{
		name: 'the feed of fees',
		path: `${reportPath('302321', 'fees')}/feed`,
		more: { tryLater: false },
	},
];

describe.each([{ rememberAnswers: false }, { rememberAnswers: true }])(
	'faults on funds and fees, answered from memory: $rememberAnswers',
	({ rememberAnswers }) => {
		let sandbox: Sandbox;
		let api: AxiosInstance;
		beforeAll(async () => {
			sandbox = await startSandbox({ now: '2026-06-15T12:00:00Z', rememberAnswers });
			api = await signedIn(sandbox);
		});
		afterAll(async () => await sandbox.close());
		afterEach(() => {
			sandbox.faults.clear();
			jest.restoreAllMocks();
		});

		const get = async (path: string, cursor?: string) =>
			await api.get<ReportPage>(path, { params: cursor ? { cursor } : {} });
		const page = async (path: string, cursor?: string) => (await get(path, cursor)).data;
		const wrongPage = async (kind: Fault['kind'], path: string, cursor?: string) => {
			sandbox.faults.add({ kind, times: 1 });
			return await page(path, cursor);
		};

		it.each(paths)('send a cursor again: $name', async ({ path, more }) => {
			const { cursor } = await page(path);
			const wrong = await wrongPage('repeatedCursor', path, cursor);
			expect(wrong).toMatchObject({ cursor, ...more });
			expect(wrong.items.length).toBeGreaterThan(0);
		});

		it.each(paths)('send pages without items, the first one too: $name', async ({ path, more }) => {
			const first = await page(path);
			for (const { cursor, next } of [
				{ cursor: undefined, next: first },
				{ cursor: first.cursor, next: await page(path, first.cursor) },
			]) {
				const empty = await wrongPage('emptyPage', path, cursor);
				expect(empty).toMatchObject({ items: [], ...more });
				expect(await page(path, empty.cursor)).toEqual(next);
			}
		});

		it.each(paths)('send the page before once more: $name', async ({ path }) => {
			const first = await page(path);
			expect(await wrongPage('duplicatePage', path, first.cursor)).toEqual(first);
			expect(await page(path, first.cursor)).not.toEqual(first);
		});

		it.each(paths)(
			'say that there is more only in the words of the path: $name',
			async ({ path }) => {
				const keys = Object.keys(await page(path)).sort();
				expect(Object.keys(await wrongPage('emptyPage', path)).sort()).toEqual(keys);
			},
		);

		it('lose nothing to a client that reads on', async () => {
			const path = reportPath('302321', 'fees');
			const right = entriesOf(await pagesOfFeed(api, path));
			const rightDate = entriesOf(await pagesOfDate(api, path, BUSY));
			sandbox.faults.add({ kind: 'emptyPage', from: 2, times: 3, path: '/feed' });
			sandbox.faults.add({ kind: 'emptyPage', times: 2, path: '/dates/' });
			expect(entriesOf(await pagesOfFeed(api, path))).toEqual(right);
			expect(entriesOf(await pagesOfDate(api, path, BUSY))).toEqual(rightDate);
		});

		it.each(paths)('limit the calls of a second: $name', async ({ path }) => {
			const now = performance.now();
			const clock = jest.spyOn(performance, 'now').mockReturnValue(now);
			sandbox.faults.add({ kind: 'rateLimit', calls: 2, path: '/report/' });
			const answers = await Promise.all([get(path), get(path), get(path)]);
			expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
			expect(answers.find(({ status }) => status === 429)?.headers['retry-after']).toBe('1');
			clock.mockReturnValue(now + 1000);
			expect((await get(path)).status).toBe(200);
		});

		it.each(paths)('let calls wait, and refuse those too many: $name', async ({ path }) => {
			sandbox.faults.add({ kind: 'congested', calls: 1, everyMs: 5, waiting: 1, path: '/report/' });
			const answers = await Promise.all([get(path), get(path), get(path)]);
			expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
		});
	},
);

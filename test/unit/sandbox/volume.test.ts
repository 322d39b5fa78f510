import { startSandbox, type Sandbox } from '../../../sandbox';
import { signedIn } from './client';

const feed = '/sales/report/v1/ledgers/302321';

describe('A sandbox for much work', () => {
	let sandbox: Sandbox;
	afterEach(async () => await sandbox.close());

	it('has so many times the sales', async () => {
		sandbox = await startSandbox({ now: '2026-03-20T18:00:00Z' });
		const ordinary = sandbox.sales('302321').length;
		await sandbox.close();
		sandbox = await startSandbox({ now: '2026-03-20T18:00:00Z', busyness: 10 });
		const busy = sandbox.sales('302321').length;
		expect(busy / ordinary).toBeGreaterThan(8);
		expect(busy / ordinary).toBeLessThan(12);
	});

	it('answers the same from memory, and as before when the clock or the question is another', async () => {
		sandbox = await startSandbox({
			now: '2026-04-01T12:00:00Z',
			rememberAnswers: true,
			tokenLifeSeconds: 1_000_000,
		});
		const client = await signedIn(sandbox);
		const ask = async (pageSize: number) =>
			(await client.get(feed, { params: { pageSize } })).data as { items: object[] };
		const first = await ask(5);
		expect(await ask(5)).toEqual(first);
		expect((await ask(7)).items).toHaveLength(7);
		const before = (await ask(1000)).items.length;
		sandbox.clock.advance(86_400);
		expect((await ask(1000)).items.length).toBeGreaterThan(before);
	});

	it.each(['/settlement/v1/ledgers', '/report/v2/ledgers/302321/funds/feed'])(
		'keeps a whole answer of any list, its headers too, and none that a fault changed: %s',
		async (path) => {
			sandbox = await startSandbox({
				now: '2026-04-01T12:00:00Z',
				rememberAnswers: true,
				switches: { reportPages: 'smallWithHeader' },
			});
			const client = await signedIn(sandbox);
			sandbox.faults.add({ kind: 'emptyPage', times: 1 });
			expect((await client.get(path)).data.items).toEqual([]);
			const first = await client.get(path);
			expect(first.data.items.length).toBeGreaterThan(0);
			expect(first.headers['content-type']).toMatch(/^application\/json/);
			sandbox.switches.reportPages = 'large';
			const again = await client.get(path);
			expect(again.data).toEqual(first.data);
			for (const name of ['content-type', 'vipps-feed-page-size']) {
				expect(again.headers[name]).toBe(first.headers[name]);
			}
		},
	);

	it('refuses an expired token even for an answer that it kept', async () => {
		sandbox = await startSandbox({ now: '2026-04-01T12:00:00Z', rememberAnswers: true });
		const client = await signedIn(sandbox);
		await client.get(feed);
		sandbox.expireTokens();
		expect((await client.get(feed)).status).toBe(401);
	});

	it('says how many calls were under way', async () => {
		sandbox = await startSandbox({ now: '2026-04-01T12:00:00Z' });
		const client = await signedIn(sandbox);
		sandbox.faults.add({ kind: 'slow', everyMs: 50 });
		await Promise.all([client.get(feed), client.get(feed), client.get(feed)]);
		expect(sandbox.requests.slice(1).map(({ inFlight }) => inFlight)).toEqual([1, 2, 3]);
	});
});

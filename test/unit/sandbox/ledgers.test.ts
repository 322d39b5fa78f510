import type { AxiosInstance } from 'axios';
import {
	LEDGER_ID_WITHOUT_SALES_UNITS,
	LEDGER_ID_WITH_SEVERAL_SALES_UNITS,
	type Ledger,
	type SandboxOptions,
} from '../../../sandbox';
import { useSandboxes } from './start';
import { signedIn, type Page } from './client';

const startSandbox = useSandboxes();
const start = async (options: SandboxOptions = {}) => {
	const sandbox = await startSandbox(options);
	return { sandbox, api: await signedIn(sandbox) };
};

const PATH = '/settlement/v1/ledgers';

async function readPages(api: AxiosInstance, params: object = {}) {
	const pages: Array<Page<Ledger>> = [];
	let next: object | undefined = params;
	while (next && pages.length < 200) {
		const { data }: { data: Page<Ledger> } = await api.get(PATH, { params: next });
		pages.push(data);
		next = data.cursor ? { cursor: data.cursor } : undefined;
	}
	return pages;
}

describe('the ledger list', () => {
	it('comes in pages and holds every ledger once', async () => {
		const { sandbox, api } = await start();
		const pages = await readPages(api);
		expect(pages.map(({ items }) => items.length)).toEqual([5, 2]);
		expect(pages.flatMap(({ items }) => items)).toEqual(sandbox.ledgers());
	});

	it('can be long', async () => {
		const { sandbox, api } = await start({ ledgerCount: 300, ledgerPageSize: 50 });
		const pages = await readPages(api);
		expect(pages).toHaveLength(6);
		expect(pages.flatMap(({ items }) => items)).toEqual(sandbox.ledgers());
	});

	it('is empty, and no error, while no merchant has granted access', async () => {
		const { api } = await start({ ledgerCount: 0 });
		const { status, data } = await api.get(PATH);
		expect(status).toBe(200);
		expect(data).toEqual({ items: [], cursor: '' });
	});

	it('holds no ledger whose access is withdrawn, until it is granted again', async () => {
		const { sandbox, api } = await start({ ledgerPageSize: 7 });
		const statuses = async () => {
			const paths = ['/sales/report/v1/ledgers/302321', '/report/v2/ledgers/302321/funds/feed'];
			return await Promise.all(paths.map(async (path) => (await api.get(path)).status));
		};
		sandbox.withdrawn.add('302321');
		const [page] = await readPages(api);
		expect(page?.items.map(({ ledgerId }) => ledgerId)).toEqual(
			sandbox.ledgers().flatMap(({ ledgerId }) => (ledgerId === '302321' ? [] : ledgerId)),
		);
		expect(await statuses()).toEqual([404, 404]);
		expect(sandbox.movements('302321', 'funds').length).toBeGreaterThan(0);
		sandbox.withdrawn.clear();
		expect(await statuses()).toEqual([200, 200]);
	});

	it('gives each ledger in the documented shape', async () => {
		const { sandbox } = await start({ ledgerCount: 40 });
		const countries = { NOK: 'NO', DKK: 'DK', EUR: 'FI' } as Record<string, string>;
		for (const ledger of sandbox.ledgers()) {
			const country = countries[ledger.currency];
			expect(ledger).toMatchObject({
				ledgerId: expect.any(String),
				payoutBankAccount: { scheme: `BBAN:${country}`, id: expect.any(String) },
				owner: {
					scheme: expect.stringMatching(new RegExp(`^business:${country}:`)),
					id: expect.any(String),
				},
			});
			expect(ledger.settlesForRecipientHandles.length).toBeGreaterThan(0);
			for (const { name, recipientHandle } of ledger.salesUnits ?? []) {
				expect(name).not.toBe('');
				expect(ledger.settlesForRecipientHandles).toContain(recipientHandle);
			}
		}
		const unitsOf = (id: string) =>
			sandbox.ledgers().find(({ ledgerId }) => ledgerId === id)?.salesUnits;
		expect(unitsOf(LEDGER_ID_WITHOUT_SALES_UNITS)).toBeUndefined();
		expect(unitsOf(LEDGER_ID_WITH_SEVERAL_SALES_UNITS)).toHaveLength(3);
	});

	it('can be filtered by one recipient handle, or by several', async () => {
		const { api } = await start();
		const idsFor = async (query: string) =>
			(await api.get<Page<Ledger>>(`${PATH}?${query}`)).data.items.map(({ ledgerId }) => ledgerId);
		const one = 'settlesForRecipientHandles=DK:90601';
		expect(await idsFor(one)).toEqual(['451207']);
		expect(await idsFor(`${one}&settlesForRecipientHandles=api:654322`)).toEqual([
			'310488',
			'451207',
		]);
		expect(await idsFor('settlesForRecipientHandles=NO:90601')).toEqual([]);
	});

	it('keeps the filter inside the cursor', async () => {
		const { sandbox, api } = await start({ ledgerCount: 60, ledgerPageSize: 1 });
		const handles = [10, 20, 30].map((at) => sandbox.ledgers()[at]?.settlesForRecipientHandles[0]);
		const query = handles.map((handle) => `settlesForRecipientHandles=${handle}`).join('&');
		const first = (await api.get<Page<Ledger>>(`${PATH}?${query}`)).data;
		const rest = await readPages(api, { cursor: first.cursor });
		const ids = [first, ...rest].flatMap(({ items }) => items.map(({ ledgerId }) => ledgerId));
		expect(ids).toEqual([10, 20, 30].map((at) => sandbox.ledgers()[at]?.ledgerId));
	});

	it.each([
		{ reading: 'empty', cursor: '' },
		{ reading: 'null', cursor: null },
		{ reading: 'absent', cursor: undefined },
	] as const)('ends as the switch ledgerListEnd says: $reading', async ({ reading, cursor }) => {
		const { api } = await start({ switches: { ledgerListEnd: reading } });
		const last = (await readPages(api)).at(-1);
		expect(last?.cursor).toBe(cursor);
	});
});

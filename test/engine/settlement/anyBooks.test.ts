import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { Engine, workflowOf } from '../../rigs/engine/engine';
import { setClock } from '../../rigs/engine/clock';
import { typeOf } from '../../rigs/engine/nodeTypes';
import { LEDGER_ID, serveReports, type ReportServer } from '../../rigs/engine/servers/reportServer';
import { anyBooks, anyPages, changes, FIRST_DATE } from '../../rigs/engine/settlement/books';
import { payoutsBetween } from '../../rigs/engine/settlement/settlementRig';

const TODAY = '2026-06-09';
/** A counterexample is not made smaller, which would take too long. */
const runs = { numRuns: 20, endOnFailure: true };

let server: ReportServer;
let engine: Engine;
beforeAll(async () => {
	server = await serveReports();
	engine = new Engine({ clientId: 'id', clientSecret: 'a-secret', baseUrl: server.baseUrl });
});
beforeEach(() => {
	setClock(`${TODAY}T10:00:00Z`);
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => jest.restoreAllMocks());

const run = async (parameters: object) =>
	await engine.run(workflowOf(parameters as never, [{}], { type: typeOf('vippsSettlement') }));
const payouts = {
	...payoutsBetween(LEDGER_ID, FIRST_DATE, TODAY),
	...{ output: 'raw', options: { includeTransactions: true, includeOpen: true } },
};
const set = (
	books: ReportServer['books'],
	{ failing, ...pages }: { pageSize: number; hasEmptyPages: boolean; failing: number[] },
) => Object.assign(server, pages, { books, failing: new Set(failing), calls: 0 });
const whole = { pageSize: 1000, hasEmptyPages: false, failing: [] };
const listIn = (items: IDataObject[], field: string) =>
	items.flatMap((item) => item[field] as IDataObject[]);
const asItem = (entry: IDataObject) => ({ ledgerId: LEDGER_ID, ...entry });
const moved = [
	'sales',
	'refunds',
	'fees',
	'disputes',
	'corrections',
	'topUps',
	'returned',
	'other',
];

describe('any books, on any pages, with any calls that fail once', () => {
	it('give payouts that add up, with each entry and each fee once and in order', async () => {
		await fc.assert(
			fc.asyncProperty(anyBooks, anyPages, async (books, pages) => {
				set(books, pages);
				const { items, error } = await run(payouts);
				expect(error).toBeUndefined();
				expect(listIn(items, 'transactions')).toEqual(books.funds.map(asItem));
				const kept = books.fees.findLastIndex(({ amount = 0 }) => amount > 0);
				expect(listIn(items, 'feeEntries')).toEqual(
					books.fees
						.slice(0, kept + 1)
						.filter(({ entryType }) => entryType === 'capture-fee')
						.map(asItem),
				);
				for (const item of items) {
					const sum = moved.reduce((total, kind) => total + Number(item[kind]), 0);
					expect(Number(item.opening) + sum).toBe(Number(item.payout) + Number(item.closing));
					expect(item.finding).toBeNull();
				}
			}),
			runs,
		);
	});

	it('give each entry of a feed once and in order, and a cursor behind the last', async () => {
		await fc.assert(
			fc.asyncProperty(anyBooks, anyPages, fc.integer({ min: 1, max: 9 }), async (...given) => {
				const [books, pages, limit] = given;
				set(books, pages);
				const feed = { resource: 'transaction', operation: 'getFeed', output: 'entries', limit };
				const found: IDataObject[] = [];
				let cursor = '';
				for (let hasMore = true; hasMore; ) {
					const parameters = { ...feed, ledgerId: payouts.ledgerId, cursor };
					const { items, outputs, error } = await run(parameters);
					expect(error).toBeUndefined();
					found.push(...items);
					cursor = String(outputs[1]?.[0]?.json.cursor);
					hasMore = outputs[1]?.[0]?.json.hasMore === true;
				}
				expect(found).toEqual(books.funds.map(asItem));
			}),
			runs,
		);
	});
});

describe.each(Object.entries(changes))('an entry that is %s', (name, change) => {
	const several = anyBooks.filter(({ funds }) => funds.length > 1);
	/** Nothing shows that the last one is missing. */
	const places = (length: number) => length - (name === 'removed' ? 1 : 0);

	it('of funds is a finding of a payout and of a statement, and a warning', async () => {
		await fc.assert(
			fc.asyncProperty(several, fc.nat(), async (books, seed) => {
				const at = seed % places(books.funds.length);
				set({ ...books, funds: change(books.funds, at) }, whole);
				const { items, hints } = await run(payouts);
				expect(items.filter(({ finding }) => finding !== null).length).toBeGreaterThan(0);
				expect(hints.some(({ type }) => type === 'warning')).toBe(true);
				// A statement can't know that the first entry of all is missing.
				if (name === 'removed' && at === 0) return;
				const statements = { ...payouts, resource: 'statement', operation: 'getByDate' };
				const findings = (await run(statements)).items.filter(({ finding }) => finding !== null);
				expect(findings.length).toBeGreaterThan(0);
			}),
			runs,
		);
	});

	it('of the fees that were kept back is a finding and a warning, too', async () => {
		const kept = anyBooks.filter(({ fees }) => fees.some(({ amount = 0 }) => amount > 0));
		await fc.assert(
			fc.asyncProperty(kept, fc.nat(), async (books, seed) => {
				const last = books.fees.findLastIndex(({ amount = 0 }) => amount > 0);
				set({ ...books, fees: change(books.fees, seed % last) }, whole);
				const { items, hints } = await run(payouts);
				expect(items.filter(({ finding }) => finding !== null).length).toBeGreaterThan(0);
				expect(hints.some(({ type }) => type === 'warning')).toBe(true);
			}),
			runs,
		);
	});
});

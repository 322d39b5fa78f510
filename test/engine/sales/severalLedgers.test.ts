import { BUSY_DATE } from '../../../sandbox/index';
import { useAnsweringServer } from '../../rigs/engine/answeringServer';
import { workflowOf, type NodeRun } from '../../rigs/engine/engine';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const continuing = { onError: 'continueRegularOutput' } as const;
const date = { period: 'date', date: '2026-06-10', output: 'entries' };
const byDate = { resource: 'sale', operation: 'getByDate', ledgers: 'all', ...date };

describe('Get by Date of several ledgers', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());
	beforeEach(() => void rig.calls());

	const salesOf = (ledgerIds: string[], ledgerDate = date.date) =>
		ledgerIds.flatMap((ledgerId) =>
			rig.sandbox.salesOfDate(ledgerId, ledgerDate).map((entry) => ({
				...{ ledgerId, ledgerDate },
				...entry,
			})),
		);
	const ids = () => rig.sandbox.ledgers().map(({ ledgerId }) => ledgerId);

	it('gives the sales of all ledgers, ledger by ledger', async () => {
		const { items, hints } = await rig.run({ ...byDate, returnAll: true });
		expect(items).toEqual(salesOf(ids()));
		expect(hints).toEqual([]);
	});

	it('reads the list of ledgers once for all input items', async () => {
		await rig.run({ ...byDate, returnAll: true }, [{}, {}, {}]);
		const calls = rig.calls();
		expect(calls.filter((call) => call.startsWith('/settlement'))).toHaveLength(2);
		expect(calls.filter((call) => call.includes('/dates/'))).toHaveLength(3 * ids().length);
	});

	it('gives the sales of selected ledgers, in the order of the selection', async () => {
		const some = { ledgers: 'selected', ledgerIds: ['602118', ' 302321 ', '602118'] };
		const { items } = await rig.run({ ...byDate, ...some, returnAll: true });
		expect(items).toEqual(salesOf(['602118', '302321']));
		expect(rig.calls().some((call) => call.startsWith('/settlement'))).toBe(false);
	});

	it('stops where the limit is reached, and says so', async () => {
		const { items, hints } = await rig.run({ ...byDate, limit: 5 });
		expect(items).toEqual(salesOf(ids()).slice(0, 5));
		expect(hints[0]?.message).toContain('The limit of 5 was reached');
	});

	it('takes a busy ledger to its end', async () => {
		const { ledgerId, ledgerDate } = BUSY_DATE;
		const { items } = await rig.run({ ...byDate, date: ledgerDate, returnAll: true });
		expect(items.filter((item) => item.ledgerId === ledgerId)).toHaveLength(
			rig.sandbox.salesOfDate(ledgerId, ledgerDate).length,
		);
	});

	it.each([
		{ parameters: { ledgers: 'some' }, message: /'Ledgers' must be one, all or selected/ },
		{ parameters: { ledgers: true }, message: /'Ledgers' must be one, all or selected/ },
		{
			parameters: { ledgers: 'selected', ledgerIds: '={{ [] }}' },
			message: /must be at least one ledger/,
		},
		{
			parameters: { ledgers: 'selected', ledgerIds: ['..'] },
			message: /must be IDs that fit into a web address/,
		},
		{
			parameters: { ledgers: 'one', ledgerId: ledger('={{ "" }}') },
			message: /'Ledger' must be filled in/,
		},
		{ parameters: { date: 'soon' }, message: /'Date' must be a date/ },
		{ parameters: { limit: 0 }, message: /'Limit' must be a whole number from 1/ },
	])('refuses $parameters before any call', async ({ parameters, message }) => {
		const { error } = await rig.run({ ...byDate, ...parameters } as never);
		expect(error?.message).toMatch(message);
		expect(rig.calls()).toEqual([]);
	});
});

describe('several ledgers of which some fail', () => {
	const held = useAnsweringServer();
	const ledgers = ['a', 'b', 'c', 'd'];
	const bad = new Set<string>();
	const page = (ledgerId: string) => ({
		body: {
			items: [{ entryType: 'capture', reference: ledgerId, time: '2026-06-10T10:00:00Z' }],
			...{ cursor: `${ledgerId}1`, hasMore: false },
		},
	});
	beforeEach(() => {
		bad.clear();
		held.answer = ({ url }) => {
			if (url.startsWith('/settlement')) {
				return { body: { items: ledgers.map((ledgerId) => ({ ledgerId })), hasMore: false } };
			}
			const ledgerId = /ledgers\/(\w+)/.exec(url)?.[1] ?? '';
			const problem = { title: 'Not Found', status: 404, detail: 'No such ledgerId' };
			return bad.has(ledgerId) ? { status: 404, body: problem } : page(ledgerId);
		};
	});
	const run = async (parameters: object, more = {}): Promise<NodeRun> =>
		await held.engine.run(workflowOf({ ...byDate, returnAll: true, ...parameters }, [{}], more));
	const references = ({ items }: NodeRun) => items.map(({ reference }) => reference);

	it('name all that failed in one error, with the reason of the first', async () => {
		bad.add('b').add('d');
		const { error, items } = await run({});
		expect(items).toEqual([]);
		expect(error?.message).toBe('Could not read 2 of 4 ledgers: b, d');
		expect(error?.description).toContain('Could not get the sales of ledger b on 2026-06-10');
		expect(error?.description).toContain("set 'On Error' to 'Continue'");
	});

	it('keep the words of the error if one failed', async () => {
		bad.add('c');
		const { error } = await run({});
		expect(error?.message).toBe('Could not get the sales of ledger c on 2026-06-10');
	});

	it('give an error item each under Continue, behind the sales of the others', async () => {
		bad.add('b').add('d');
		const ran = await run({}, continuing);
		expect(references(ran)).toEqual(['a', 'c', undefined, undefined]);
		expect(ran.items.slice(2)).toMatchObject([
			{ error: 'Could not get the sales of ledger b on 2026-06-10', httpCode: '404' },
			{ error: 'Could not get the sales of ledger d on 2026-06-10', httpCode: '404' },
		]);
	});

	it('do not use up the limit', async () => {
		bad.add('a');
		const dates = { period: 'dateRange', fromDate: '2026-06-10', toDate: '2026-06-11' };
		const ran = await run({ ...dates, returnAll: false, limit: 3 }, continuing);
		expect(references(ran)).toEqual(['b', 'b', 'c', undefined]);
	});

	it('give the error of the list itself once, if that cannot be read', async () => {
		held.answer = () => ({ status: 403, body: { title: 'Forbidden', status: 403 } });
		const { items } = await run({}, continuing);
		expect(items).toMatchObject([{ error: expect.stringContaining('the ledgers') }]);
	});
});

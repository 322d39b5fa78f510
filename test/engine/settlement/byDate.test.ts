import { BUSY_DATE, type Topic } from '../../../sandbox/index';
import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();
const ID = '302321';
const TODAY = '2026-06-15';

describe.each<{ resource: string; list: Topic }>([
	{ resource: 'transaction', list: 'funds' },
	{ resource: 'fee', list: 'fees' },
])('$resource: Get by Date', ({ resource, list }) => {
	const byDate = { resource, operation: 'getByDate', ledgerId: ledger(ID), returnAll: true };
	const on = (date: string) => ({ ...byDate, period: 'date', date });
	const truth = (date: string, ledgerId = ID) =>
		JSON.parse(JSON.stringify(held.sandbox.movementsOfDate(ledgerId, list, date))) as Array<
			ReturnType<typeof held.sandbox.movementsOfDate>[number]
		>;

	it('gives every entry of a busy date as it was sent, in order, by the fewest calls', async () => {
		const { ledgerId, ledgerDate } = BUSY_DATE;
		const { items } = await held.run({ ...on(ledgerDate), output: 'entries' });
		expect(items.length).toBeGreaterThan(4000);
		expect(items).toEqual(
			truth(ledgerDate).map((entry) => ({ ledgerId, isFinal: true, ...entry })),
		);
		expect(held.calls()).toHaveLength(Math.ceil(items.length / 1000));
	});

	it('gives signed kroner or euro by default, with the balances around each', async () => {
		for (const ledgerId of [ID, '0451893', '602118']) {
			const { items } = await held.run({ ...on('2026-06-09'), ledgerId: ledger(ledgerId) });
			expect(items).toEqual(
				truth('2026-06-09', ledgerId).map((entry) => ({
					...entry,
					...{ ledgerId, isFinal: expect.any(Boolean), finding: null },
					amount: entry.amount / 100,
					balanceBefore: entry.balanceBefore / 100,
					balanceAfter: entry.balanceAfter / 100,
				})),
			);
			expect(Object.keys(items[0] ?? {})[0]).toBe('ledgerDate');
		}
	});

	it('gives a range date by date, and cuts it where the limit is reached', async () => {
		const range = { ...byDate, period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-04' };
		const all = ['01', '02', '03', '04'].flatMap((day) => truth(`2026-06-${day}`));
		const amounts = all.map(({ amount }) => amount / 100);
		const { items } = await held.run(range);
		expect(items.map(({ amount }) => amount)).toEqual(amounts);
		expect(held.calls()).toHaveLength(4);
		const limit = truth('2026-06-01').length + 2;
		const { items: some, hints } = await held.run({ ...range, returnAll: false, limit });
		expect(some).toEqual(items.slice(0, limit));
		expect(held.calls()).toHaveLength(2);
		expect(hints.map(({ message }) => message)).toEqual([
			`The limit of ${limit} was reached; there may be more. Turn on 'Return All' to get everything.`,
		]);
	});

	describe('a date that can still change', () => {
		const week = { ...byDate, ledgerId: ledger('302334'), period: 'dateRange' };
		const dates = { fromDate: '2026-06-14', toDate: TODAY };
		const closed = () => truth('2026-06-14', '302334').length;
		const open = () => truth(TODAY, '302334').length;

		it('is returned with isFinal false by default, and a hint', async () => {
			const { items, hints } = await held.run({ ...week, ...dates });
			expect(items.map(({ isFinal }) => isFinal)).toEqual([
				...Array<boolean>(closed()).fill(true),
				...Array<boolean>(open()).fill(false),
			]);
			expect(open()).toBeGreaterThan(0);
			const entries = list === 'funds' ? 'transactions' : 'fees';
			expect(hints.map(({ message }) => message)).toEqual([
				`This date is not final, so more ${entries} may come: ${TODAY}.`,
			]);
		});

		it('is left out by Skip, at no further call', async () => {
			const { items } = await held.run({ ...week, ...dates, ifNotFinal: 'skip' });
			expect(items).toHaveLength(closed());
			expect(held.calls()).toHaveLength(2);
		});

		it('is left out by Skip without asking whether these keys may read the ledger', async () => {
			const parameters = { ...week, fromDate: TODAY, toDate: TODAY, ifNotFinal: 'skip' };
			expect((await held.run(parameters)).items).toEqual([]);
			expect(held.calls()).toHaveLength(1);
		});

		it('fails its ledger by Stop With an Error, and no other', async () => {
			const parameters = { ...week, ...dates, ifNotFinal: 'error' };
			const { error, items } = await held.run(parameters);
			expect(error?.message).toMatch(/of ledger 302334 on 2026-06-15 can still change$/);
			expect(error?.description).toContain("'If Not Final'");
			expect(items).toEqual([]);
			const selected = { ledgers: 'selected', ledgerIds: ['302334', '12345'] };
			const { items: both } = await held.run({ ...parameters, ...selected }, [{}], {
				onError: 'continueRegularOutput',
			});
			expect(both).toEqual([
				expect.objectContaining({ error: expect.stringContaining('302334') }),
				expect.objectContaining({ error: expect.stringContaining('12345') }),
			]);
		});

		it('that Vipps does not find yet is open and empty', async () => {
			held.sandbox.switches.openDate = 'notFound';
			const run = await held.run({ ...week, ...dates });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(closed());
			expect(run.hints).toHaveLength(1);
		});
	});

	describe('customer data', () => {
		const asked = (calls: string[]) => calls.map((call) => /\?(.*)/.exec(call)?.[1]);

		it('are neither asked for nor returned by default', async () => {
			const { items } = await held.run(on('2026-06-10'));
			expect(asked(held.calls())).toEqual([undefined]);
			for (const field of ['name', 'message', 'maskedPhoneNo'])
				for (const item of items) expect(item).not.toHaveProperty(field);
		});

		it('are asked for on each page if they are wanted', async () => {
			held.sandbox.switches.reportPages = 'small';
			const options = { includeCustomerData: true };
			for (const output of ['rows', 'entries']) {
				const { items } = await held.run({ ...on('2026-06-10'), options, output });
				const calls = asked(held.calls());
				for (const call of calls) expect(call).toContain('includeGDPRSensitiveData=true');
				expect(items.some(({ maskedPhoneNo }) => typeof maskedPhoneNo === 'string')).toBe(true);
			}
			await held.run({ ...on(BUSY_DATE.ledgerDate), options });
			const calls = asked(held.calls());
			expect(calls.length).toBeGreaterThan(40);
			for (const call of calls) expect(call).toContain('includeGDPRSensitiveData=true');
		});
	});
});

describe('the dates of ledgers', () => {
	it('are those of yesterday by default, and follow the option Time Zone', async () => {
		held.at('2026-06-14T21:30:00Z');
		const byDate = { resource: 'transaction', operation: 'getByDate', ledgerId: ledger('602118') };
		await held.run(byDate);
		await held.run({ ...byDate, options: { timeZone: 'Europe/Helsinki' } });
		const dates = held.calls().map((call) => call.slice(-10));
		expect(dates).toEqual(['2026-06-13', '2026-06-14']);
	});

	it('are those of the time zone that is entered, also where payouts end with today', async () => {
		held.at('2026-06-14T21:30:00Z');
		const payouts = { resource: 'payout', operation: 'getAll', ledgerId: ledger('602118') };
		const options = { timeZone: 'Europe/Helsinki' };
		await held.run({ ...payouts, period: 'today', options });
		expect(held.calls()[0]).toBe('602118/funds/dates/2026-06-15');
	});
});

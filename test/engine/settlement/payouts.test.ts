import type { IDataObject } from 'n8n-workflow';

import { payoutsBetween, useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { amountOf, truthOf, type TruePayout } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig();
const FROM = '2026-03-09';
const TODAY = '2026-06-15';

/** What a payout has to be, in minor units. */
const expected = ({ entries, ...payout }: TruePayout) => {
	const of = (...types: string[]) => amountOf(entries, ...types);
	const count = (type: string) => entries.filter(({ entryType }) => entryType === type).length;
	return {
		...payout,
		fromDate: payout.ledgerDates[0],
		toDate: payout.ledgerDate,
		sales: of('capture'),
		refunds: of('refund'),
		fees: of('fees-retained'),
		disputes: of('retained-disputed-capture', 'returned-disputed-capture'),
		corrections: of('correction'),
		topUps: of('top-up'),
		returned: of('payout-aborted'),
		other: of('credit-note', 'sandbox-levy'),
		finding: null,
		counts: expect.objectContaining({
			sales: count('capture'),
			refunds: count('refund'),
			fees: count('fees-retained'),
		}) as unknown,
	};
};

/** In øre, from an item in kroner. */
const minor = (value: unknown) => Math.round(Number(value) * 100);
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

/** Opening + all that moved = payout + closing. */
function expectIdentity(item: IDataObject): void {
	const sum = moved.reduce((total, kind) => total + minor(item[kind]), minor(item.opening));
	expect(sum).toBe(minor(item.payout) + minor(item.closing));
}

describe.each([
	{ ledgerId: '302321', is: 'paid out daily' },
	{ ledgerId: '302334', is: 'paid out weekly' },
	{ ledgerId: '310488', is: 'paid out monthly' },
	{ ledgerId: '451207', is: 'with gross settlement' },
	{ ledgerId: '0451893', is: 'that falls below zero' },
	{ ledgerId: '602118', is: 'with a reserve' },
	{ ledgerId: '602745', is: 'open in summer only' },
])('the payouts of ledger $ledgerId, $is', ({ ledgerId }) => {
	it('are all that there were, and each adds up from what it pays out', async () => {
		const { items, error } = await held.run({
			...payoutsBetween(ledgerId, FROM, TODAY),
			output: 'raw',
		});
		expect(error).toBeUndefined();
		const { payouts } = truthOf(held.sandbox, ledgerId);
		expect(payouts.length).toBeGreaterThan(2);
		expect(items).toEqual(payouts.map((each) => expect.objectContaining(expected(each))));
		for (const [index, { entry }] of items.entries()) {
			expect(entry).toEqual(payouts[index]?.entries.at(-1));
		}
	});

	it('are in kroner or euro by default, and opening and movements are payout and closing', async () => {
		const { items } = await held.run(payoutsBetween(ledgerId, FROM, TODAY));
		const { payouts } = truthOf(held.sandbox, ledgerId);
		for (const item of items) expectIdentity(item);
		expect(items.map((item) => [item.payoutNumber, minor(item.payout)])).toEqual(
			payouts.map(({ payoutNumber, payout }) => [payoutNumber, payout]),
		);
		expect(items.map(({ entry }) => entry)).toEqual(items.map(() => undefined));
	});

	it('of each date alone are the same, whatever the date', async () => {
		const { payouts } = truthOf(held.sandbox, ledgerId);
		for (const payout of [payouts[0], payouts[1], payouts.at(-1)] as TruePayout[]) {
			const parameters = { ...payoutsBetween(ledgerId, payout.ledgerDate), output: 'raw' };
			expect((await held.run(parameters)).items).toEqual([
				expect.objectContaining(expected(payout)),
			]);
		}
	});
});

describe('published days give exactly their payouts', () => {
	it.each([
		{
			name: 'the documented day',
			at: '2022-10-02T10:00:00Z',
			parameters: payoutsBetween('12345', '2022-10-01'),
			payouts: [
				{
					...{ payoutNumber: '2000023', payout: 288, sales: 400, refunds: -100, fees: -12 },
					...{ bankText: 'Vipps utbet. 2000023 Vippsnr 57860', opening: 0, closing: 0 },
				},
			],
		},
		{
			name: 'a production day in March',
			at: '2026-03-24T10:00:00Z',
			parameters: payoutsBetween('460017', '2026-03-01', '2026-03-31'),
			payouts: [
				{
					...{ payoutNumber: '2000167', payout: 2652.75, sales: 2700, refunds: 0, fees: -47.25 },
					...{ bankText: 'Utb. 2000167 Vippsnr 548005', opening: 0, closing: 0 },
				},
			],
		},
		{
			name: 'a production day in August',
			at: '2026-09-02T10:00:00Z',
			parameters: payoutsBetween('21630', '2026-08-31'),
			payouts: [
				{
					...{ payoutNumber: '2000400', payout: 3930, sales: 4000, refunds: 0, fees: -70 },
					...{ bankText: 'Utb. 2000400 Vippsnr 21630', opening: 0, closing: 0 },
				},
			],
		},
		{
			name: 'a date below zero and the one that recovers',
			at: '2026-09-04T10:00:00Z',
			parameters: payoutsBetween('20100', '2026-09-01', '2026-09-03'),
			payouts: [
				{ payoutNumber: '2000101', payout: 491.25, fromDate: '2026-09-01', toDate: '2026-09-01' },
				{
					...{ payoutNumber: '2000102', payout: 486, fromDate: '2026-09-02', toDate: '2026-09-03' },
					...{ sales: 800, refunds: -300, fees: -14, ledgerDates: ['2026-09-02', '2026-09-03'] },
				},
			],
		},
	])('$name', async ({ at, parameters, payouts }) => {
		held.at(at);
		const { items, error } = await held.run(parameters);
		expect(error).toBeUndefined();
		const whole = { finding: null, status: 'scheduled', returnedDate: null, currency: 'NOK' };
		expect(items).toEqual(payouts.map((each) => expect.objectContaining({ ...whole, ...each })));
	});
});

describe('a payout that came back', () => {
	it('says when, also if that was behind the dates that were asked for', async () => {
		const { items } = await held.run(payoutsBetween('302321', '2026-06-03'));
		expect(items).toMatchObject([{ status: 'returned', returnedDate: '2026-06-04' }]);
		const { items: both } = await held.run(payoutsBetween('302321', '2026-06-03', '2026-06-04'));
		expect(both.map(({ status }) => status)).toEqual(['returned', 'scheduled']);
		const [returned, next] = both;
		expect(next?.returned).toBe(returned?.payout);
	});

	it('is scheduled until it does', async () => {
		held.at('2026-06-04T05:00:00Z');
		const { items } = await held.run(payoutsBetween('302321', '2026-06-03'));
		expect(items).toMatchObject([{ status: 'scheduled', returnedDate: null }]);
	});
});

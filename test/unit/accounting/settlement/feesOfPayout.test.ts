import { feesByRetention } from '../../../../accounting/settlement/feesOfPayout';
import type { Movement } from '../../../../accounting/settlement/movement';
import { chained, movementsOf } from './funds';

const onFunds = (amounts: Array<[date: string, amount: number]>) =>
	movementsOf(
		chained(
			amounts.map(([ledgerDate, amount]) => ({ entryType: 'fees-retained', amount, ledgerDate })),
		),
	);
const onFees = (entries: Array<[date: string, amount: number]>) =>
	movementsOf(
		chained(
			entries.map(([ledgerDate, amount]) => ({
				entryType: amount > 0 ? 'fees-retained' : 'capture-fee',
				amount,
				ledgerDate,
			})),
		),
	);
const feesOf = (retentions: Movement[], fees: Movement[]) => feesByRetention(fees)(retentions);
const amountsOf = (result: ReturnType<typeof feesOf>) => result.fees.map(({ amount }) => amount);

describe('the fees of a payout', () => {
	it('are those of the documented day', () => {
		const day = '2022-10-01';
		const fees = onFees([
			[day, -400],
			[day, -400],
			[day, -400],
			[day, 1200],
		]);
		const result = feesOf(onFunds([[day, -1200]]), fees);
		expect(amountsOf(result)).toEqual([-400, -400, -400]);
		expect(result.finding).toBeNull();
	});

	it('include a late fee of an earlier date, and none behind the retention', () => {
		const fees = onFees([
			['2026-06-13', -100],
			['2026-06-13', 100],
			['2026-06-13', -7],
			['2026-06-14', -200],
			['2026-06-14', 207],
			['2026-06-14', -9],
		]);
		const result = feesOf(onFunds([['2026-06-14', -207]]), fees);
		expect(amountsOf(result)).toEqual([-7, -200]);
		expect(result.finding).toBeNull();
	});

	it('that do not add up to what was kept back are a finding', () => {
		const fees = onFees([
			['2026-06-14', -200],
			['2026-06-14', 207],
		]);
		expect(feesOf(onFunds([['2026-06-14', -207]]), fees).finding).toBe(
			'The fees add up to −2.00, −2.07 was kept back on 2026-06-14',
		);
	});

	it('that are not there are a finding', () => {
		expect(feesOf(onFunds([['2026-06-14', -207]]), []).finding).toBe(
			'There are no fees of −2.07 on 2026-06-14',
		);
	});

	it.each([
		{ name: 'a fee that was doubled while another is missing', entries: [0, 0, 2] },
		{ name: 'a retention that came twice', entries: [0, 1, 2, 2] },
	])('are a finding although they add up: $name', ({ entries }) => {
		const day = '2026-06-14';
		const fees = onFees([
			[day, -4],
			[day, -4],
			[day, 8],
		]);
		const given = entries.map((index) => fees[index] as Movement);
		const result = feesOf(onFunds([[day, -8]]), given);
		expect(amountsOf(result)).toEqual([-4, -4]);
		expect(result.finding).toMatch(/^The chain of balances is broken at /);
	});

	it('of two equal retentions of one date are taken once each', () => {
		const day = '2026-06-14';
		const fees = onFees([
			[day, -5],
			[day, 5],
			[day, -2],
			[day, -3],
			[day, 5],
		]);
		const result = feesOf(
			onFunds([
				[day, -5],
				[day, -5],
			]),
			fees,
		);
		expect(amountsOf(result)).toEqual([-5, -2, -3]);
		expect(result.finding).toBeNull();
	});
});

import { ledgerDate, line, linesOf, refund, sale, totalsOf, vouchersOf } from './day';

/** The day of the specification: two sales and one refund at 25 %, one sale at 15 %, and one more at 25 %. */
const day = [
	sale(25000, [line(25000, 2500, 5000)]),
	sale(12990, [line(12990, 2500, 2598)]),
	sale(4990, [line(4990, 2500, 998)]),
	sale(4990, [line(4990, 1500, 651)]),
	refund(-12500, [line(-12500, 2500, -2500)]),
];

describe('the sales voucher of a day', () => {
	it('has gross lines with VAT codes', () => {
		expect(linesOf([day])).toEqual([
			['1579', null, 47970],
			['1579', null, -12500],
			['3000', '3', -42980],
			['3000', '3', 12500],
			['3030', '31', -4990],
		]);
	});

	it('has lines of net and of VAT, if they are posted apart', () => {
		expect(linesOf([day], { vatPosting: 'lines' })).toEqual([
			['1579', null, 47970],
			['1579', null, -12500],
			['3000', '3', -34384],
			['3000', '3', 10000],
			['2700', null, -8596],
			['2700', null, 2500],
			['3030', '31', -4339],
			['2701', null, -651],
		]);
	});

	it('has gross lines of one account, and a finding, without VAT registration', () => {
		const [totals] = totalsOf([day], { vatPosting: 'none', salesAccount: '3100' });
		expect(totals?.lines.map(({ account, amount }) => [account, amount])).toEqual([
			['1579', 47970],
			['1579', -12500],
			['3100', -47970],
			['3100', 12500],
		]);
		expect(totals?.findings).toEqual([
			{
				...{ code: 'vatNotRegistered', count: 5, amount: 35470 },
				reason:
					'4 sales and 1 refund, 354.70 in total, have VAT, and the merchant is not VAT registered: 15 %, 25 %',
			},
		]);
	});

	it('is an item with everything that an accounting system asks for', () => {
		const [voucher] = vouchersOf([day]);
		expect(voucher).toMatchObject({
			...{ voucherKey: `vipps:302321:${ledgerDate}:sales`, kind: 'sales', status: 'ready' },
			...{ reasons: [], date: ledgerDate, ledgerId: '302321', unit: 'ACME Fitness Oslo' },
			...{ organisationNumber: '987654321', currency: 'NOK' },
			text: 'Vipps sales 2026-06-01 ACME Fitness Oslo',
			...{ debit: 604.7, credit: 604.7, sales: 4, refunds: 1, findings: [] },
			contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		expect(Object.entries(voucher?.lines as object)[0]?.[1]).toEqual({
			...{ line: 1, role: 'clearing', account: '1579', vatCode: null, vatRate: null },
			...{ text: 'Vipps sales', debit: 479.7, credit: 0, amount: 479.7, count: 4 },
		});
		expect(voucher?.items[4]).toEqual({
			...{ date: ledgerDate, voucherKey: `vipps:302321:${ledgerDate}:sales`, line: 5 },
			...{ account: '3030', text: 'Sales 15 %', vatCode: '31', debit: 0, credit: 49.9 },
			...{ amount: -49.9, currency: 'NOK', vatRate: 15, role: 'sales', ledgerId: '302321' },
			...{ status: 'ready', reasons: [] },
		});
	});

	it('nets refunds with sales, if they have no lines of their own', () => {
		expect(linesOf([day], { refundsOnOwnLines: false })).toEqual([
			['1579', null, 35470],
			['3000', '3', -30480],
			['3030', '31', -4990],
		]);
	});

	it('reports by how much VAT of the sum differs, and posts nothing of it', () => {
		const sales = [1, 2, 3].map(() => sale(4999, [line(4999, 2500, 1000)]));
		expect(vouchersOf([sales])[0]).toMatchObject({ vatRoundingDifference: 0.01, status: 'ready' });
		expect(linesOf([sales])).toEqual([
			['1579', null, 14997],
			['3000', '3', -14997],
		]);
		expect(totalsOf([sales], { vatPosting: 'lines' })[0]?.vatRoundingDifference).toBe(0);
	});

	it('may have refunds alone, or more refunds than sales', () => {
		const refunds = [refund(12500, [line(12500, 2500, 2500)])];
		expect(linesOf([refunds])).toEqual([
			['1579', null, -12500],
			['3000', '3', 12500],
		]);
		expect(linesOf([[...refunds, sale(5000, [line(5000, 2500, 1000)])]])).toEqual([
			['1579', null, 5000],
			['1579', null, -12500],
			['3000', '3', -5000],
			['3000', '3', 12500],
		]);
	});

	it('is none without sales', () => {
		expect(totalsOf([[]])).toEqual([]);
		expect(totalsOf([[sale(100, [], { entryType: 'adjustment' })]])).toEqual([]);
	});
});

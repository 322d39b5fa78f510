import type { PayoutGroup } from '../../../../accounting/settlement/payouts';
import { toPayoutRow } from '../../../../accounting/settlement/payoutRow';
import { matchReturns } from '../../../../accounting/settlement/returns';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, grouped, published } from './funds';

const rowsOf = (entries: ReportEntry[], before: number | null = 0) =>
	grouped(entries, before).map((each) => toPayoutRow(each, { ledgerId: '12345', handles: [] }));

describe('payouts', () => {
	it('are what the documented day says', () => {
		expect(rowsOf(published.documentedDay)).toEqual([
			{
				ledgerId: '12345',
				payoutNumber: '2000023',
				ledgerDate: '2022-10-01',
				payout: 288,
				currency: 'NOK',
				sales: 400,
				refunds: -100,
				fees: -12,
				bankText: 'Vipps utbet. 2000023 Vippsnr 57860',
				finding: null,
				status: 'scheduled',
				returnedDate: null,
				expectedBankDate: '2022-10-04',
				fromDate: '2022-10-01',
				toDate: '2022-10-01',
				opening: 0,
				disputes: 0,
				corrections: 0,
				topUps: 0,
				returned: 0,
				other: 0,
				closing: 0,
				ledgerDates: ['2022-10-01'],
				counts: {
					sales: 3,
					refunds: 1,
					fees: 1,
					disputes: 0,
					corrections: 0,
					topUps: 0,
					returned: 0,
					other: 0,
				},
			},
		]);
	});

	it('are what a production day says', () => {
		expect(rowsOf(published.productionDay)).toEqual([
			expect.objectContaining({
				payoutNumber: '2000167',
				payout: 2652.75,
				sales: 2700,
				fees: -47.25,
				bankText: 'Utb. 2000167 Vippsnr 548005',
			}),
		]);
	});

	it('cover a date that ended below zero together with the one that recovers', () => {
		expect(rowsOf(published.recovery)).toEqual([
			expect.objectContaining({ payoutNumber: '2000101', payout: 500, fromDate: '2026-09-01' }),
			expect.objectContaining({
				payoutNumber: '2000102',
				payout: 486,
				sales: 800,
				refunds: -300,
				fees: -14,
				fromDate: '2026-09-02',
				toDate: '2026-09-03',
				finding: null,
			}),
		]);
	});

	it('are open as long as nothing is scheduled, with what has come so far', () => {
		expect(rowsOf(published.recovery.slice(0, 4)).at(-1)).toMatchObject({
			status: 'open',
			payoutNumber: null,
			ledgerDate: null,
			expectedBankDate: null,
			payout: 0,
			opening: 0,
			closing: 500,
		});
	});

	it('may keep a reserve, and count a type that nobody knows as other', () => {
		const entries = chained([
			{ entryType: 'capture', amount: 10000 },
			{ entryType: 'levy', amount: -500 },
			{ entryType: 'scheduled-for-payout', amount: -8500, pspReference: '12345-2000009' },
		]);
		expect(rowsOf(entries)).toEqual([
			expect.objectContaining({ payout: 85, other: -5, closing: 10, finding: null }),
		]);
	});

	it('show minor units if they are asked for, whatever the currency', () => {
		const [first] = grouped(chained([{ entryType: 'capture', amount: 1234, currency: 'ISK' }]));
		const context = { ledgerId: '1', handles: [] };
		expect(toPayoutRow(first as PayoutGroup, context)).toMatchObject({ sales: 1234 });
		expect(toPayoutRow(first as PayoutGroup, { ...context, inMinorUnits: true })).toMatchObject({
			sales: 1234,
			closing: 1234,
		});
	});

	it('with two currencies are a finding', () => {
		const entries = chained([
			{ entryType: 'capture', amount: 100 },
			{ entryType: 'capture', amount: 100, currency: 'SEK' },
		]);
		expect(rowsOf(entries)[0]).toMatchObject({ finding: 'There are amounts in NOK and in SEK' });
	});

	it('that are returned are matched by number, else by amount, each once', () => {
		const groups = grouped(
			chained([
				{ entryType: 'capture', amount: 500 },
				{ entryType: 'payout-scheduled', amount: -500, pspReference: '7-2000001' },
				{ entryType: 'capture', amount: 500 },
				{ entryType: 'payout-scheduled', amount: -500, pspReference: '7-2000002' },
				{ entryType: 'payout-aborted', amount: 500, pspReference: 'return-2000001' },
				{ entryType: 'payout-aborted', amount: 500, pspReference: null },
				{ entryType: 'payout-aborted', amount: 500, pspReference: null },
				{ entryType: 'payout-scheduled', amount: -1500, pspReference: '7-2000003' },
			]),
		);
		const returns = matchReturns(groups);
		expect(groups.map(({ payout }) => payout && returns.get(payout)?.entry.pspReference)).toEqual([
			'return-2000001',
			null,
			undefined,
		]);
		expect(groups.at(-1)?.totals.returned).toEqual({ amount: 1500, count: 3 });
	});
});

import { complaints } from '../../generate/fieldTable';
import { summaryFields, voucherFields, voucherLineFields } from '../../generate/fields/bookkeeping';
import { runOf } from '../../generate/examples/runOf';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

describe('docs/bookkeeping.md describes each field, and no other, of', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	const vouchers = {
		...{ resource: 'voucher', operation: 'prepareFromSales', country: 'NO' },
		...{ ledgerId: ledger('302321'), clearingAccount: '1579', interimAccount: '1999' },
		...{ period: 'dateRange', fromDate: '2026-05-20', toDate: '2026-06-14' },
		options: { includeReferences: true, missingVat: 'rate', missingVatRate: 25 },
	};
	const summary = {
		...{ resource: 'summary', operation: 'get', ledgerId: ledger('302321') },
		...{ period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-07' },
	};
	it.each([
		{ output: 'lines', fields: voucherLineFields },
		{ output: 'vouchers', fields: voucherFields },
	])('vouchers in the output $output', async ({ output, fields }) => {
		const outputs = await runOf(rig, { ...vouchers, output }, 'vippsBookkeeping');
		const items = outputs.flat();
		expect(items.length).toBeGreaterThan(20);
		expect(complaints(items, fields)).toEqual([]);
	});

	it('VAT summaries', async () => {
		const items = [];
		for (const groupBy of ['vatRate', 'category', 'paymentType', 'solution']) {
			for (const per of ['day', 'period']) {
				const parameters = { ...summary, groupBy, per };
				items.push(...(await runOf(rig, parameters, 'vippsBookkeeping')).flat());
			}
		}
		// The rate is a number, or says that there is none.
		const shown = items.map((item) => ({ ...item, vatRate: String(item.vatRate) }));
		expect(complaints(shown, summaryFields)).toEqual([]);
	});
});

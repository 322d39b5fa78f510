import { complaints } from '../../generate/fieldTable';
import { voucherFields, voucherLineFields } from '../../generate/fields/bookkeeping';
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
	it.each([
		{ output: 'lines', fields: voucherLineFields },
		{ output: 'vouchers', fields: voucherFields },
	])('vouchers in the output $output', async ({ output, fields }) => {
		const outputs = await runOf(rig, { ...vouchers, output }, 'vippsBookkeeping');
		const items = outputs.flat();
		expect(items.length).toBeGreaterThan(20);
		expect(complaints(items, fields)).toEqual([]);
	});
});

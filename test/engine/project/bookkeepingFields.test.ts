import type { IDataObject } from 'n8n-workflow';

import { complaints } from '../../generate/fieldTable';
import {
	accountCheckFields,
	summaryFields,
	voucherFields,
	voucherLineFields,
} from '../../generate/fields/bookkeeping';
import { atTime } from '../../generate/examples/atTime';
import { runOf } from '../../generate/examples/runOf';
import { ledger, NOW, setUp, type Rig } from '../../rigs/engine/rig';

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
		const ofFees = { feePosting: 'whenCharged', feesPayableAccount: '2990' };
		const ofPayouts = { ...vouchers, ...ofFees, operation: 'prepareFromPayouts', output };
		const items = [...outputs, ...(await runOf(rig, ofPayouts, 'vippsBookkeeping'))].flat();
		expect(items.length).toBeGreaterThan(20);
		expect(complaints(items, fields)).toEqual([]);
	});

	/** The rate is a number, or says that there is none. */
	const withRateAsText = (items: IDataObject[]) =>
		items.map((item) => ({ ...item, vatRate: String(item.vatRate) }));

	it('checks of accounts', async () => {
		const check = { ...summary, resource: 'voucher', operation: 'checkAccounts', lookBackDays: 30 };
		const run = async () => await runOf(rig, check, 'vippsBookkeeping');
		const items = (await atTime(NOW, run)).flat();
		expect(complaints(withRateAsText(items), accountCheckFields)).toEqual([]);
	});

	it('VAT summaries', async () => {
		const items: IDataObject[] = [];
		for (const groupBy of ['vatRate', 'category', 'paymentType', 'solution']) {
			for (const per of ['day', 'period']) {
				const parameters = { ...summary, groupBy, per };
				items.push(...(await runOf(rig, parameters, 'vippsBookkeeping')).flat());
			}
		}
		expect(complaints(withRateAsText(items), summaryFields)).toEqual([]);
	});
});

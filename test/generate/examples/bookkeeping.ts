import { ledger, NOW, type Rig } from '../../rigs/engine/rig';
import { atTime } from './atTime';
import type { Example } from './example';
import { runOf } from './runOf';

/** A Finnish ledger with a till, in which every sale has its VAT. */
const KIOSK = ledger('602745');

/** Examples of vouchers and summaries, by part of the document. */
export async function bookkeepingExamples(
	rig: Rig,
): Promise<Array<[part: string, example: Example]>> {
	const parameters = {
		...{ resource: 'voucher', operation: 'prepareFromSales', ledgerId: KIOSK, country: 'FI' },
		...{ period: 'date', date: '2026-05-21' },
		...{ clearingAccount: '1763', interimAccount: '1799', cashAccount: '1910' },
	};
	const example = async (output: string): Promise<Example> => {
		const [ready = [], review = []] = await runOf(
			rig,
			{ ...parameters, output },
			'vippsBookkeeping',
		);
		const outputs = [
			{ output: 'Vouchers', items: ready, most: 3 },
			{ output: 'Needs Review', items: review, most: 3 },
		];
		return {
			parameters: { ...parameters, output },
			outputs: outputs.filter(({ items }) => items.length > 0),
		};
	};
	const summary = {
		...{ resource: 'summary', operation: 'get', ledgerId: KIOSK, per: 'period' },
		...{ period: 'dateRange', fromDate: '2026-05-01', toDate: '2026-05-31' },
	};
	const [rows = []] = await runOf(rig, summary, 'vippsBookkeeping');
	const check = {
		...{ resource: 'voucher', operation: 'checkAccounts', ledgerId: KIOSK, country: 'FI' },
		lookBackDays: 30,
	};
	const [covered = [], missing = []] = await atTime(
		NOW,
		async () => await runOf(rig, check, 'vippsBookkeeping'),
	);
	const payouts = {
		...{ resource: 'voucher', operation: 'prepareFromPayouts', ledgerId: ledger('302334') },
		...{ period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-07' },
		...{ clearingAccount: '1579', interimAccount: '1999', output: 'vouchers' },
	};
	const [paid = []] = await runOf(rig, payouts, 'vippsBookkeeping');
	return [
		[
			'bookkeeping-voucher-prepare-payout-voucher',
			{ parameters: payouts, outputs: [{ output: 'Vouchers', items: paid, most: 2 }] },
		],
		[
			'bookkeeping-voucher-check-accounts',
			{
				parameters: check,
				outputs: [
					{ output: 'Covered', items: covered },
					{ output: 'Missing', items: missing },
				],
			},
		],
		[
			'bookkeeping-summary-get-vat-summary',
			{ parameters: summary, outputs: [{ items: rows, most: 4 }] },
		],
		['bookkeeping-voucher-prepare-sales-voucher', await example('lines')],
		['bookkeeping-vouchers', await example('vouchers')],
	];
}

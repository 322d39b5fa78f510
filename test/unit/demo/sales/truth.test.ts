import { salesByLedger } from '../../../../demo/sales/sales.cts';
import { differences, truthOf } from '../../../../demo/sales/truth.cts';
import type { Sandbox, SalesEntry } from '../../../../sandbox/index';

const entry = (entryType: string, gross: number) =>
	({ entryType, amounts: { gross } }) as SalesEntry;

const sandboxOf = (sales: Record<string, SalesEntry[]>) =>
	({
		ledgers: () => Object.keys(sales).map((ledgerId) => ({ ledgerId })),
		salesOfDate: (ledgerId: string, date: string) => (date === '2026-05-01' ? sales[ledgerId] : []),
	}) as unknown as Sandbox;

const row = (ledgerId: string, gross: number) => ({
	ledgerId,
	currency: 'NOK',
	entryType: gross < 0 ? 'refund' : 'capture',
	gross,
	net: null,
	vat: null,
});

describe("the sandbox's own sales", () => {
	it('count a refund as negative, whatever its sign', () => {
		const sandbox = sandboxOf({
			'1': [entry('capture', 1000), entry('refund', 300), entry('refund', -200)],
			'2': [],
		});
		expect(truthOf(sandbox, () => '2026-05-01')).toEqual([
			{ ledgerId: '1', entries: 3, captures: 1, refunds: 2, gross: 500 },
			{ ledgerId: '2', entries: 0, captures: 0, refunds: 0, gross: 0 },
		]);
	});
});

describe('the differences from them', () => {
	const truth = { ledgerId: '1', entries: 2, captures: 1, refunds: 1, gross: 700 };

	it('are none if all figures agree', () => {
		expect(differences([truth], salesByLedger([row('1', 10), row('1', -3)], []))).toEqual([]);
	});

	it('name the ledger and the figure', () => {
		expect(differences([truth], salesByLedger([row('1', 10)], []))).toEqual([
			'Ledger 1, entries: 1, but the sandbox holds 2.',
			'Ledger 1, refunds: 0, but the sandbox holds 1.',
			'Ledger 1, gross: 10.00, but the sandbox holds 7.00.',
		]);
	});

	it('name a ledger that is missing or should not be there', () => {
		const empty = { ledgerId: '2', entries: 0, captures: 0, refunds: 0, gross: 0 };
		expect(differences([empty], salesByLedger([row('3', 1)], []))).toEqual([
			'Ledger 3 is not in the sandbox.',
			'Ledger 2 is missing.',
		]);
	});
});

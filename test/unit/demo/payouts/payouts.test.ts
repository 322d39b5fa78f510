import { toPayout } from '../../../../demo/payouts/payouts.cts';
import { payoutTable } from '../../../../demo/payouts/table.cts';
import { stripVTControlCharacters } from '../../host/machine.cts';

const row = {
	...{ ledgerId: '1', payoutNumber: '2000002', ledgerDate: '2026-05-03', currency: 'NOK' },
	...{ sales: 1030, refunds: -5.1, fees: -18.03, payout: 1006.87, bankText: null },
};

describe('a payout of the demo', () => {
	it('has amounts in minor units', () => {
		expect(toPayout(row)).toMatchObject({
			...{ sales: 103_000, refunds: -510, fees: -1803, payout: 100_687 },
		});
	});

	it.each([
		{ what: 'null', value: null },
		{ what: 'an open payout', value: { ...row, payoutNumber: null } },
		{ what: 'an amount as text', value: { ...row, fees: '-1' } },
	])('is not $what', ({ value }) => {
		expect(() => toPayout(value)).toThrow(/^Not a row of a payout: /);
	});
});

describe('the table of payouts', () => {
	const ledgers = [
		{ ledgerId: '1', currency: 'NOK', salesUnits: [{ name: 'Shop' }] },
		{ ledgerId: '2', currency: 'EUR' },
	];
	const textOf = (...rows: object[]) =>
		stripVTControlCharacters(payoutTable(rows.map(toPayout), ledgers));

	it('has a line per ledger, with dashes where there is no payout', () => {
		const [, shop, none] = textOf(row)
			.split('\n')
			.filter((line) => line.includes('│'))
			.map((line) => line.split('│').map((cell) => cell.trim()));
		expect(shop?.slice(1, -1)).toEqual([
			...['Shop', '2000002', '2026-05-03', '1 030.00', '-5.10', '-18.03', '1 006.87'],
			...['NOK', '–'],
		]);
		expect(none?.slice(1, -1)).toEqual(['2', ...Array<string>(6).fill('–'), 'EUR', '–']);
	});

	it('says why a payout may be another than its sales, refunds and fees', () => {
		expect(textOf(row)).not.toContain('a reserve');
		expect(textOf({ ...row, payout: 1000 })).toContain('a reserve');
	});
});

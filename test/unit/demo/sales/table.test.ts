import { salesTable } from '../../../../demo/sales/table.cts';
import { totalsByCurrency, type LedgerSales } from '../../../../demo/sales/sales.cts';
import { stripVTControlCharacters } from '../../host/machine.cts';

const shop: LedgerSales = {
	ledgerId: '302321',
	name: 'ACME Fitness Oslo',
	currency: 'NOK',
	entries: 3,
	captures: 2,
	refunds: 1,
	gross: 125_000,
	net: 100_000,
	vat: 25_000,
	withoutVat: 0,
};

const cellsOf = (ledgers: LedgerSales[]) =>
	stripVTControlCharacters(salesTable(ledgers, totalsByCurrency(ledgers)))
		.split('\n')
		.filter((line) => line.includes('│'))
		.map((line) =>
			line
				.split('│')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);

describe('the table of sales', () => {
	it('has a line per ledger and one per currency', () => {
		const [head, line, total] = cellsOf([shop]);
		expect(head).toHaveLength(9);
		expect(line).toEqual([
			...['ACME Fitness Oslo', '302321', '3', '2', '1'],
			...['1 250.00', '1 000.00', '250.00', 'NOK'],
		]);
		expect(total).toEqual([
			...['Total', '', '3', '2', '1', '1 250.00', '1 000.00', '250.00', 'NOK'],
		]);
	});

	it('shows a dash if no entry has VAT, and says how many have none', () => {
		const none = { ...shop, net: 0, vat: 0, withoutVat: 3 };
		expect(cellsOf([none])[1]?.slice(5)).toEqual(['1 250.00', '–', '–', 'NOK']);
		const some = { ...shop, withoutVat: 1 };
		expect(cellsOf([some])[1]?.slice(5)).toEqual(['1 250.00', '1 000.00', '250.00', 'NOK']);
		const text = salesTable([none, some], totalsByCurrency([none, some]));
		expect(text).toContain('4 entries came without VAT');
		expect(salesTable([shop], totalsByCurrency([shop]))).not.toContain('without VAT');
	});

	it('shows zero for a ledger without sales', () => {
		const nothing = { entries: 0, captures: 0, refunds: 0, gross: 0, net: 0, vat: 0 };
		expect(cellsOf([{ ...shop, ...nothing }])[1]?.slice(5)).toEqual([
			...['0.00', '0.00', '0.00', 'NOK'],
		]);
	});
});

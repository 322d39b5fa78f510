import { salesByLedger, totalsByCurrency } from '../../../../demo/sales/sales.cts';

const row = (ledgerId: string, gross: number, more: object = {}) => ({
	ledgerId,
	currency: 'NOK',
	entryType: gross < 0 ? 'refund' : 'capture',
	gross,
	net: null,
	vat: null,
	...more,
});

const ledger = (ledgerId: string, name?: string, currency = 'NOK') => ({
	ledgerId,
	currency,
	salesUnits: name === undefined ? [] : [{ name }, { name: 'Another' }],
});

describe('sales by ledger', () => {
	it('count entries by type and sum their amounts in minor units', () => {
		const rows = [
			row('1', 125, { net: 100, vat: 25 }),
			row('1', 12.5, { net: 10, vat: 2.5 }),
			row('1', -25, { net: -20, vat: -5 }),
			row('1', 1, { entryType: 'correction' }),
		];
		expect(salesByLedger(rows, [ledger('1', 'Shop')])).toEqual([
			{
				ledgerId: '1',
				name: 'Shop',
				currency: 'NOK',
				entries: 4,
				captures: 2,
				refunds: 1,
				gross: 11350,
				net: 9000,
				vat: 2250,
				withoutVat: 1,
			},
		]);
	});

	it('are exact, although decimals are not', () => {
		const rows = Array.from({ length: 1000 }, () => row('1', 0.1, { net: 1.15, vat: 8.2 }));
		const [line] = salesByLedger(rows, []);
		expect(line).toMatchObject({ gross: 10_000, net: 115_000, vat: 820_000 });
	});

	it('leave an entry without VAT out of net and VAT, and count it', () => {
		const rows = [row('1', 10, { net: 8, vat: null }), row('1', 10, { net: 0, vat: 0 })];
		expect(salesByLedger(rows, [])).toMatchObject([{ gross: 2000, net: 0, vat: 0, withoutVat: 1 }]);
	});

	it('have a line for each ledger in their order, even without sales', () => {
		const lines = salesByLedger([row('2', 1)], [ledger('1', 'Quiet'), ledger('2', 'Busy')]);
		expect(lines.map(({ name, entries }) => [name, entries])).toEqual([
			['Quiet', 0],
			['Busy', 1],
		]);
	});

	it('show the id of a ledger without a name or outside of the list', () => {
		const lines = salesByLedger([row('0451893', 1), row('9', 1)], [ledger('0451893')]);
		expect(lines.map(({ name }) => name)).toEqual(['0451893', '9']);
	});

	it('have a line for each currency', () => {
		const rows = [row('1', 1), row('1', 2, { currency: 'EUR' })];
		const lines = salesByLedger(rows, [ledger('1')]);
		expect(lines.map(({ currency, gross }) => [currency, gross])).toEqual([
			['NOK', 100],
			['EUR', 200],
		]);
	});

	it.each([
		{ what: 'null', value: null },
		{
			what: 'an entry as Vipps sent it',
			value: { entryType: 'capture', amounts: { gross: 1 }, currency: 'NOK' },
		},
		{ what: 'an amount as text', value: row('1', 1, { vat: '0.20' }) },
		{ what: 'a ledger id as number', value: { ...row('1', 1), ledgerId: 1 } },
	])('refuse $what', ({ value }) => {
		expect(() => salesByLedger([value], [])).toThrow(/^Not a row of sales: /);
	});
});

describe('totals', () => {
	it('are one line per currency, by its code', () => {
		const rows = [
			row('1', 10, { net: 8, vat: 2 }),
			row('2', -5, { net: -4, vat: -1 }),
			row('3', 1, { currency: 'DKK' }),
		];
		expect(totalsByCurrency(salesByLedger(rows, []))).toEqual([
			{
				currency: 'DKK',
				entries: 1,
				captures: 1,
				refunds: 0,
				gross: 100,
				net: 0,
				vat: 0,
				withoutVat: 1,
			},
			{
				currency: 'NOK',
				entries: 2,
				captures: 1,
				refunds: 1,
				gross: 500,
				net: 400,
				vat: 100,
				withoutVat: 0,
			},
		]);
	});

	it('are empty without sales', () => {
		expect(totalsByCurrency([])).toEqual([]);
	});
});

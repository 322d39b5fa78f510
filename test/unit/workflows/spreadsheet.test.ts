import { toRow } from '../../../accounting/items/rows';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { runRecipeFields } from './recipeCode.cts';

const columns = (entry: SalesEntry) =>
	runRecipeFields('nightly-sales-csv', toRow(entry, { ledgerId: '1', ledgerDate: '2026-05-16' }));

describe('the columns of the spreadsheet', () => {
	it.each(['=1+1', '+4790', '-2', '@SUM(A1)', '\t=1', '\r=1'])(
		'contain no formula if the text is %j',
		(text) => {
			const entry = { reference: text, pspReference: text, currency: text, paymentType: text };
			const { Order, 'PSP reference': psp, Currency, Payment } = columns(entry);
			expect([Order, psp, Currency, Payment]).toEqual(Array(4).fill(`'${text}`));
		},
	);

	it('keep every other text and a negative amount unchanged', () => {
		const amounts = { gross: -12345, net: null, vat: null };
		const entry = { entryType: 'refund', reference: 'a=1', currency: 'NOK', amounts };
		expect(columns(entry)).toMatchObject({
			...{ Date: '2026-05-16', Type: 'refund', Order: 'a=1', 'PSP reference': '' },
			...{ Gross: '-123,45', Net: '', VAT: '', Finding: '' },
		});
	});

	it('show the finding of a sale', () => {
		const lines = [{ lineTotalGross: 100 }];
		const entry = { entryType: 'capture', currency: 'NOK', amounts: { gross: 200 }, lines };
		expect(columns(entry).Finding).toBe('Order lines add up to 1.00, the sale is 2.00');
	});
});

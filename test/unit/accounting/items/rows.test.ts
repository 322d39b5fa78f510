import { toRow } from '../../../../accounting/items/rows';
import { documentedEntry, refund } from '../sales';

const origin = { ledgerId: '302321', ledgerDate: '2026-01-19' };

describe('the row of a sale', () => {
	it('is a flat item with amounts in kroner', () => {
		expect(toRow(documentedEntry, origin)).toEqual({
			date: '2026-01-19',
			ledgerId: '302321',
			ledgerDate: '2026-01-19',
			time: '2026-01-19T12:45:00Z',
			entryType: 'capture',
			reference: '12494299492',
			pspReference: '35054310398',
			currency: 'NOK',
			gross: 250,
			net: 200,
			vat: 50,
			paymentType: 'CARD',
			solution: 'MPOS',
			salesCategory: null,
			lineCount: 1,
			hasVatBreakdown: true,
			finding: null,
		});
	});

	it('has all columns, filled with null, if the entry has almost no fields', () => {
		const row = toRow({ entryType: 'capture' }, origin);
		expect(Object.keys(row)).toEqual(Object.keys(toRow(documentedEntry, origin)));
		expect(row).toMatchObject({ gross: null, vat: null, pspReference: null, solution: null });
		expect(row).toMatchObject({ lineCount: 0, hasVatBreakdown: null });
	});

	it.each(['gross', 'net', 'vat'])('is negative if a refund has only the amount %s', (field) => {
		const amounts = { gross: null, net: null, vat: null, [field]: 500 };
		expect(toRow({ entryType: 'refund', amounts }, origin)).toMatchObject({ [field]: -5 });
	});

	it.each([1, -1] as const)('is negative if a refund was sent with the sign %p', (sign) => {
		expect(toRow(refund(sign, {}), origin)).toMatchObject({ gross: -280, net: -224, vat: -56 });
	});

	it('keeps the sign of an unknown entry type', () => {
		const correction = { ...documentedEntry, entryType: 'correction', amounts: { gross: -100 } };
		expect(toRow(correction, origin)).toMatchObject({ entryType: 'correction', gross: -1 });
	});

	it('is refused, not rounded, if an amount is not a whole number of øre', () => {
		const broken = { ...documentedEntry, amounts: { gross: 10.5 } };
		expect(() => toRow(broken, origin)).toThrow('amounts.gross is 10.5');
	});

	it('is refused if the lines are not a list', () => {
		const broken = { ...documentedEntry, lines: 'none' as never };
		expect(() => toRow(broken, origin)).toThrow('lines is "none"');
	});
});

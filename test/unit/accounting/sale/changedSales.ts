import { toRow } from '../../../../accounting/items/rows';
import type { SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';
import { documentedEntry } from '../sales';

/** Where the sales come from. */
export const origin = { ledgerId: '302321', ledgerDate: null };
/** The finding on the row of a sale. */
export const findingOf = (entry: SalesEntry) => toRow(entry, origin).finding;

/** The order line of the documented sale. */
export const [line = {}] = documentedEntry.lines ?? [];
/** The documented sale with changes in its order line. */
export const withLine = (changes: Partial<SalesLine>): SalesEntry => ({
	...documentedEntry,
	lines: [{ ...line, ...changes }],
});
/** The documented sale with other amounts. */
export const withAmounts = (amounts: SalesEntry['amounts'], more: Partial<SalesEntry> = {}) => ({
	...documentedEntry,
	...{ amounts, ...more },
});

/** An order line with 25 % VAT. */
export const at25: SalesLine = {
	...{ name: 'Shirt', quantity: 1, unitPriceGross: 20000, unitPriceNet: 16000, discountTotal: 0 },
	...{ lineTotalGross: 20000, lineTotalNet: 16000, vatRate: 2500, vatAmount: 4000 },
};
/** An order line with 15 % VAT. */
export const at15: SalesLine = {
	...{ name: 'Bread', quantity: 1, unitPriceGross: 5000, unitPriceNet: 4348, discountTotal: 0 },
	...{ lineTotalGross: 5000, lineTotalNet: 4348, vatRate: 1500, vatAmount: 652 },
};

import type { IDataObject } from 'n8n-workflow';

import type { AccountRow, SalesAccounts } from '../../../../accounting/salesVoucher/accounts';
import { createVoucherBook, totalsIn } from '../../../../accounting/salesVoucher/voucherBook';
import type { SalesTotals } from '../../../../accounting/salesVoucher/salesDraft';
import { toSalesVoucher } from '../../../../accounting/salesVoucher/salesVoucher';
import { voucherItems } from '../../../../accounting/voucher/voucherItems';
import type { SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';

export const ledgerDate = '2026-06-01';

export const row = (
	rate: number,
	salesAccount: string,
	more: Partial<AccountRow> = {},
): AccountRow => ({
	...{ rate, salesAccount, vatCode: null, vatAccount: null, category: null, solution: null },
	...more,
});

/** Accounts of a Norwegian merchant, as the node proposes them. */
export const accounts: SalesAccounts = {
	country: 'NO',
	vatPosting: 'code',
	rows: [
		row(2500, '3000', { vatCode: '3', vatAccount: '2700' }),
		row(1500, '3030', { vatCode: '31', vatAccount: '2701' }),
		row(1200, '3050', { vatCode: '33', vatAccount: '2703' }),
	],
	salesAccount: '3000',
	clearingAccount: '1579',
	interimAccount: '1999',
	cashAccount: '1900',
	cardAccount: null,
	roundingAccount: null,
	missingVat: 'interim',
	missingVatRate: 0,
	refundsOnOwnLines: true,
};

/** A line of a sale at a rate, with the VAT that is given for it. */
export const line = (
	gross: number,
	vatRate: number | null,
	vatAmount: number | null,
): SalesLine => ({
	...{ lineId: '1', name: 'A', quantity: 1, unitPriceGross: gross, discountTotal: 0 },
	...{ lineTotalGross: gross, vatRate, vatAmount, category: null },
	lineTotalNet: vatAmount === null ? null : gross - vatAmount,
});

let count = 0;

/** A wallet sale with these lines, or without any. */
export function sale(
	gross: number,
	lines: SalesLine[],
	more: Partial<SalesEntry> = {},
): SalesEntry {
	const vat = lines.reduce((all, { vatAmount }) => all + (vatAmount ?? 0), 0);
	const amounts = { gross, net: gross - vat, vat };
	count++;
	return {
		...{ entryType: 'capture', time: `${ledgerDate}T10:00:00Z`, currency: 'NOK' },
		...{ pspReference: `psp-${count}`, reference: `order-${count}`, paymentType: 'WALLET' },
		classification: { solution: 'SHOPPING_BASKET', salesCategory: null },
		amounts: lines.length > 0 ? amounts : { gross, net: null, vat: null },
		lines,
		...more,
	};
}

export const refund = (
	gross: number,
	lines: SalesLine[],
	more: Partial<SalesEntry> = {},
): SalesEntry => sale(gross, lines, { entryType: 'refund', ...more });

/** Looks an order up. */
export type Orders = Record<string, SalesEntry[]>;

/** What sales of a day come to, by currency. */
export function totalsOf(
	pages: SalesEntry[][],
	changed: Partial<SalesAccounts> = {},
	orders: Orders = {},
): SalesTotals[] {
	const options = { ledgerId: '302321', currency: 'NOK', accounts: { ...accounts, ...changed } };
	const book = createVoucherBook(options);
	for (const page of pages) book.add(page, ledgerDate);
	for (const reference of book.orders()) book.complete(reference, orders[reference] ?? []);
	return totalsIn(book);
}

const ledger = {
	...{ ledgerId: '302321', currency: 'NOK', unit: 'ACME Fitness Oslo' },
	organisationNumber: '987654321',
};

/** The vouchers of a day, as items. */
export const vouchersOf = (
	...given: Parameters<typeof totalsOf>
): Array<IDataObject & { items: IDataObject[] }> =>
	totalsOf(...given).map((totals) => {
		const dates = { from: ledgerDate, to: ledgerDate, isDay: true };
		const voucher = toSalesVoucher(totals, ledger, dates, 'Vipps sales {date} {unit}');
		const [item = {}] = voucherItems.vouchers(voucher);
		return { ...item, items: voucherItems.lines(voucher) };
	});

/** The lines of the only voucher of a day: account, VAT code and amount. */
export const linesOf = (...given: Parameters<typeof totalsOf>) =>
	totalsOf(...given).flatMap(({ lines }) =>
		lines.map(({ account, vatCode, amount }) => [account, vatCode, amount]),
	);

/** The codes of the findings of a day. */
export const codesOf = (...given: Parameters<typeof totalsOf>) =>
	totalsOf(...given).flatMap(({ findings }) => findings.map(({ code }) => code));

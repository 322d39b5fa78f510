import { showRate } from '../vat/rates';
import type { LineTotal } from '../voucher/lineTotals';
import type { Role, VoucherLine } from '../voucher/voucher';

const lineTexts: Partial<Record<Role, [ofSales: string, ofRefunds: string]>> = {
	clearing: ['Vipps sales', 'Vipps refunds'],
	cash: ['Cash sales', 'Cash refunds'],
	sales: ['Sales', 'Refunds'],
	vat: ['VAT of sales', 'VAT of refunds'],
	rounding: ['Cash rounding', 'Cash rounding of refunds'],
	interim: ['To be clarified', 'Refunds to be clarified'],
};

/** The line of a voucher that sales come to. */
export function toSalesLine(total: LineTotal): VoucherLine {
	const { role, account, vatCode, vatRate, amount, count, isEstimated, isRefund } = total;
	const [ofSales, ofRefunds] = lineTexts[role] ?? ['', ''];
	const rate = vatRate === null ? '' : ` ${showRate(vatRate)}`;
	const text = `${isRefund ? ofRefunds : ofSales}${rate}`;
	return { role, account, vatCode, vatRate, text, amount, count, isEstimated };
}

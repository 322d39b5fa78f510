import type { SalesEntry } from '../../vipps/api/salesEntry';
import { cashRoundingOf } from '../currency';
import { sum } from '../money';
import { addsUp, hasOneSign, isProduct } from '../sale/invariants';
import type { Line, Money, Sale } from '../sale/readSale';
import { isCash } from '../vat/breakdown';
import { vatOf } from '../vat/rates';
import type { SalesFinding } from '../voucher/findingCode';

/** A total of weighed goods may be rounded twice. */
const PRICE_TOLERANCE = 1;

/** What of a sale is looked at. */
interface Checked {
	/** With the signs that it was sent with. */
	sent: Sale;
	/** With the signs of bookkeeping. */
	sale: Sale;
	/** Whether its VAT is that of its order lines. */
	areLinesUsed: boolean;
	/** Whether VAT does not matter. */
	ignoresVat: boolean;
}

/** Which documented rules a sale breaks, apart from those of its division by VAT rate. */
export function checkSale(
	entry: SalesEntry,
	{ sent, sale, areLinesUsed, ignoresVat }: Checked,
): SalesFinding[] {
	const hasVat = !ignoresVat && entry.completeness?.hasVatBreakdown !== false;
	const { lines } = sale;
	const signs = hasVat ? [sent, ...sent.lines] : [];
	const splits = hasVat ? lines : [];
	const rounding = isCash(entry) ? cashRoundingOf(entry.currency) : 0;
	const broken: Record<string, boolean> = {
		mixedSigns: signs.some((money) => !hasOneSign(money)),
		netDiffers: (hasVat && !isSplit(sale, rounding)) || splits.some((line) => !isSplit(line)),
		priceDiffers: lines.some((line) => isProduct(line, PRICE_TOLERANCE) === false),
		vatDiffers: hasVat && areLinesUsed && (lines.some(hasOtherVat) || !isVatOfLines(sale)),
	};
	return (Object.keys(broken) as SalesFinding[]).filter((code) => broken[code]);
}

/** Gross, net and VAT add up; of a cash amount up to the rounding to coins. */
function isSplit({ gross, net, vat }: Money, rounding = 0): boolean {
	if (addsUp({ gross, net, vat }) !== false) return true;
	return Math.abs((gross ?? 0) - (net ?? 0) - (vat ?? 0)) < rounding;
}

/** A line whose VAT is not that of its rate; each piece may have been rounded. */
function hasOtherVat({ gross, vat, vatRate, quantity }: Line): boolean {
	if (gross === null || vat === null || vatRate === null) return false;
	return Math.abs(vat - vatOf(gross, vatRate)) > Math.max(1, Math.abs(quantity ?? 0));
}

function isVatOfLines({ vat, lines }: Sale): boolean {
	const known = lines.flatMap((line) => line.vat ?? []);
	if (vat === null || lines.length === 0 || known.length < lines.length) return true;
	return sum(known) === vat;
}

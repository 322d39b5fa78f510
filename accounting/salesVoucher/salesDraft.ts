import type { SalesEntry } from '../../vipps/api/salesEntry';
import { currencyOf } from '../currency';
import type { Sale } from '../sale/readSale';
import { vatOf } from '../vat/rates';
import type { SalesAccounts } from './accounts';
import { addExactly } from '../voucher/addExactly';
import { createContentHash } from '../voucher/contentHash';
import { createFindings, type Finding, type FindingLog, type Subject } from '../voucher/findings';
import { createLineTotals, type LineTotal } from '../voucher/lineTotals';
import { toSalesLine } from './salesLine';
import { postSale, type DividedSale } from './postSale';
import { subjectOf } from './subject';
import type { VoucherLine } from '../voucher/voucher';

/** What the sales of one currency come to. */
export interface SalesTotals {
	/** Null if Vipps gave none. */
	currency: string | null;
	lines: VoucherLine[];
	findings: Finding[];
	sales: number;
	refunds: number;
	/** Of the entries, in any order. */
	contentHash: string;
	/** By how much the VAT that a system works out from the sums is less than the VAT of the sales, in minor units. */
	vatRoundingDifference: number;
	/** If they are wanted. */
	references: string[];
}

/** Adds the sales of one currency up. */
export interface SalesDraft extends Pick<FindingLog, 'add'> {
	/** Counts an entry, whether it can be posted or not. */
	count(ledgerId: string, entry: SalesEntry, sale: Sale | undefined): void;
	post(sale: DividedSale): void;
	totals(): SalesTotals;
}

export function createSalesDraft(
	currency: string | null,
	accounts: SalesAccounts,
	keepsReferences: boolean,
): SalesDraft {
	const { decimals } = currencyOf(currency);
	const findings = createFindings();
	const lines = createLineTotals(accounts.refundsOnOwnLines);
	const hash = createContentHash();
	const counts: Record<Subject, number> = { sale: 0, refund: 0, entry: 0 };
	const references: string[] = [];
	return {
		add: (subject, found) => findings.add(subject, found),
		count(ledgerId, entry, sale) {
			counts[subjectOf(entry)]++;
			hash.add(sale ? contentOf(ledgerId, entry, sale) : [ledgerId, entry]);
			if (keepsReferences && entry.reference) references.push(entry.reference);
		},
		post(sale) {
			const { postings, found } = postSale(sale, accounts);
			lines.add(postings);
			findings.add(subjectOf(sale.entry), found);
		},
		totals: () => ({
			currency,
			lines: lines.list().map(toSalesLine),
			findings: findings.list(decimals),
			sales: counts.sale,
			refunds: counts.refund,
			contentHash: hash.digest(),
			vatRoundingDifference:
				accounts.vatPosting === 'code' ? lines.list().reduce(addDifference, 0) : 0,
			references,
		}),
	};
}

/** What of a sale the voucher depends on, in an order that never changes. */
function contentOf(ledgerId: string, entry: SalesEntry, { gross, vat, lines }: Sale): unknown {
	const rates = new Map<number | null, [gross: number, vat: number]>();
	for (const line of lines) {
		const [ofRate, vatOfRate] = rates.get(line.vatRate) ?? [0, 0];
		rates.set(line.vatRate, [
			addExactly(ofRate, line.gross ?? 0),
			addExactly(vatOfRate, line.vat ?? 0),
		]);
	}
	const byRate = [...rates].sort(([one], [other]) => (one ?? -1) - (other ?? -1));
	const { entryType = null, pspReference = null, reference = null, time = null } = entry;
	return [ledgerId, entryType, pspReference, reference, time, gross, vat, byRate];
}

/** Amounts of sales are credits. */
function addDifference(difference: number, { role, vatRate, amount, vat }: LineTotal): number {
	if (role !== 'sales' || vatRate === null) return difference;
	return difference + vatOf(amount, vatRate) - vat;
}

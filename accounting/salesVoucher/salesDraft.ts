import type { SalesEntry } from '../../vipps/api/salesEntry';
import { currencyOf } from '../currency';
import type { Line, Sale } from '../sale/readSale';
import { grossOf } from '../vat/breakdown';
import { vatOf } from '../vat/rates';
import type { SalesAccounts } from './accounts';
import { addExactly } from '../voucher/addExactly';
import { createContentHash } from '../voucher/contentHash';
import { createFindings, type Finding, type Subject } from '../voucher/findings';
import { createLineTotals, type LineTotal } from '../voucher/lineTotals';
import { toSalesLine } from './salesLine';
import type { SalesSink } from '../salesBook/salesBook';
import { postSale } from './postSale';
import { subjectOf } from '../salesBook/subject';
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
	/** Sorted, if they are wanted. */
	references: string[];
}

/** Adds the sales of one currency up. */
export interface SalesDraft extends SalesSink {
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
			references: references.toSorted(),
		}),
	};
}

/** What of a sale the voucher depends on, in an order that never changes. */
function contentOf(ledgerId: string, entry: SalesEntry, sale: Sale): unknown {
	const { entryType = null, pspReference = null, reference = null, time = null } = entry;
	const { vat, lines } = sale;
	return [ledgerId, entryType, pspReference, reference, time, grossOf(sale), vat, byRate(lines)];
}

/** Gross and VAT of lines by rate. An amount that is not given is not 0: those lines are kept apart. */
function byRate(lines: readonly Line[]): unknown[] {
	const rates = new Map<string, [rate: number | null, gross: number | null, vat: number | null]>();
	for (const line of lines) {
		const { vatRate, vat } = line;
		const gross = grossOf(line);
		const key = JSON.stringify([vatRate, gross === null, vat === null]);
		const [, ofRate, vatOfRate] = rates.get(key) ?? [vatRate, 0, 0];
		rates.set(key, [vatRate, addGiven(ofRate, gross), addGiven(vatOfRate, vat)]);
	}
	return [...rates].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, total]) => total);
}

const addGiven = (total: number | null, amount: number | null): number | null =>
	total === null || amount === null ? null : addExactly(total, amount);

/** Amounts of sales are credits. */
function addDifference(difference: number, { role, vatRate, amount, vat }: LineTotal): number {
	if (role !== 'sales' || vatRate === null) return difference;
	return difference + vatOf(amount, vatRate) - vat;
}

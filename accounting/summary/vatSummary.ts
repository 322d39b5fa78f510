import { compare } from '../compare';
import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { toMajorUnits } from '../money';
import type { DividedSale } from '../salesBook/divide';
import type { SalesSink } from '../salesBook/salesBook';
import type { Part } from '../vat/breakdown';
import { addExactly } from '../voucher/addExactly';
import { createFindings, type Finding } from '../voucher/findings';

/** What a summary can be divided by, beside the VAT rate. */
export const summaryGroups = ['vatRate', 'category', 'paymentType', 'solution'] as const;
export type SummaryGroup = (typeof summaryGroups)[number];

/** Adds sales up by VAT rate. */
export interface VatSummary extends SalesSink {
	/** By VAT rate, from high to low, what has none last. Amounts are decimals in major units. */
	rows(): IDataObject[];
	findings(): Finding[];
}

/** What sales of one rate and group come to, in signed minor units. */
interface Total {
	/** In basis points; null if none is given. */
	rate: number | null;
	group: string | null;
	sales: number;
	refunds: number;
	vat: number;
	count: number;
}

/** A summary of the sales of one currency. */
export function createVatSummary(currency: string | null, groupBy: SummaryGroup): VatSummary {
	const { decimals } = currencyOf(currency);
	const findings = createFindings();
	const totals = new Map<string, Total>();
	const totalOf = (rate: number | null, group: string | null) => {
		const key = JSON.stringify([rate, group]);
		const total = totals.get(key) ?? { rate, group, sales: 0, refunds: 0, vat: 0, count: 0 };
		totals.set(key, total);
		return total;
	};
	return {
		add: (subject, found) => findings.add(subject, found),
		count: () => undefined,
		post(sale) {
			const counted = new Set<Total>();
			for (const part of partsOf(sale)) {
				const total = totalOf(part.rate, groupOf(part, sale, groupBy));
				const kind = sale.isRefund ? 'refunds' : 'sales';
				total[kind] = addExactly(total[kind], part.gross);
				total.vat = addExactly(total.vat, part.vat);
				counted.add(total);
			}
			for (const total of counted) total.count++;
		},
		rows: () =>
			[...totals.values()].sort(inOrder).map((total) => toRow(total, currency, groupBy, decimals)),
		findings: () => findings.list(decimals),
	};
}

/** All of a sale: what its order lines leave of it has no rate. */
const partsOf = ({ breakdown: { parts, rest } }: DividedSale): Part[] =>
	rest === 0 ? parts : [...parts, { rate: null, gross: rest, vat: 0, category: null }];

function groupOf({ category }: Part, { entry }: DividedSale, groupBy: SummaryGroup): string | null {
	const { classification, paymentType } = entry;
	const values: Record<SummaryGroup, unknown> = {
		vatRate: null,
		category: category ?? classification?.salesCategory,
		paymentType,
		solution: classification?.solution,
	};
	const value = values[groupBy];
	return typeof value === 'string' ? value : null;
}

const NONE_GIVEN = 'none given';

function toRow(
	{ rate, group, sales, refunds, vat, count }: Total,
	currency: string | null,
	groupBy: SummaryGroup,
	decimals: number,
): IDataObject {
	const show = (amount: number) => toMajorUnits(amount, decimals);
	const gross = addExactly(sales, refunds);
	return {
		vatRate: rate === null ? NONE_GIVEN : rate / 100,
		...(groupBy === 'vatRate' ? {} : { [groupBy]: group ?? NONE_GIVEN }),
		...{ sales: show(sales), refunds: show(refunds), gross: show(gross) },
		...{ net: show(addExactly(gross, -vat)), vat: show(vat), count, currency },
	};
}

const inOrder = (one: Total, other: Total): number =>
	(other.rate ?? -1) - (one.rate ?? -1) || compare(one.group ?? '', other.group ?? '');

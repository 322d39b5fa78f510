import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { toMajorUnits } from '../money';
import type { DividedSale } from '../salesBook/divide';
import type { SalesSink } from '../salesBook/salesBook';
import type { Part } from '../vat/breakdown';
import { addExactly } from '../voucher/addExactly';
import { findRow, type AccountRow, type VatPosting } from './accounts';

/** Where the parts of sales would be posted. */
export interface AccountMapping {
	vatPosting: VatPosting;
	rows: readonly AccountRow[];
	/** For all sales of a merchant who is not VAT registered. */
	salesAccount: string;
}

/** Finds out which sales have an account. */
export interface AccountCheck extends SalesSink {
	/** What has an account, largest amount first. Amounts are decimals in major units. */
	covered(): IDataObject[];
	/** What has none. */
	missing(): IDataObject[];
}

/** Parts of sales that have the same account, or the same reason to have none. */
interface Kind {
	rate: number | null;
	category: string | null;
	solution: string | null;
	account: string | null;
	vatCode: string | null;
	count: number;
	amount: number;
}

/** A check of the sales of one currency. */
export function createAccountCheck(currency: string | null, mapping: AccountMapping): AccountCheck {
	const kinds = new Map<string, Kind>();
	const itemsOf = (some: Kind[]) =>
		some
			.sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
			.map((kind) => toItem(kind, currency));
	const all = (isCovered: boolean) =>
		[...kinds.values()].filter(({ account }) => (account !== null) === isCovered);
	return {
		add: () => undefined,
		count: () => undefined,
		post(sale) {
			const counted = new Set<Kind>();
			for (const part of sale.breakdown.parts) {
				const kind = kindOf(part, sale, mapping);
				const key = JSON.stringify(Object.values(kind));
				const known = kinds.get(key) ?? { ...kind, count: 0, amount: 0 };
				kinds.set(key, known);
				known.amount = addExactly(known.amount, part.gross);
				counted.add(known);
			}
			for (const kind of counted) kind.count++;
		},
		covered: () => itemsOf(all(true)),
		missing: () => itemsOf(all(false)),
	};
}

function kindOf(
	{ rate, category: ofLine }: Part,
	{ entry }: DividedSale,
	{ vatPosting, rows, salesAccount }: AccountMapping,
): Omit<Kind, 'count' | 'amount'> {
	const { solution, salesCategory } = entry.classification ?? {};
	const kind = {
		rate,
		category: textOf(ofLine) ?? textOf(salesCategory),
		solution: textOf(solution),
	};
	if (vatPosting === 'none') return { ...kind, account: salesAccount, vatCode: null };
	const wanted = { categories: [ofLine, salesCategory], solution };
	const row = rate === null ? undefined : findRow(rows, { rate, ...wanted });
	return { ...kind, account: row?.salesAccount ?? null, vatCode: row?.vatCode ?? null };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function toItem(
	{ rate, category, solution, account, vatCode, count, amount }: Kind,
	currency: string | null,
): IDataObject {
	const shown = toMajorUnits(amount, currencyOf(currency).decimals);
	const vatRate = rate === null ? 'none given' : rate / 100;
	const target = account === null ? {} : { account, vatCode };
	return { vatRate, category, solution, ...target, count, amount: shown, currency };
}

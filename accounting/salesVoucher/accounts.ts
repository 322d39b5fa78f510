import type { RateRules } from '../salesBook/divide';
import type { Country } from '../vat/rates';

/** A row of the account mapping. */
export interface AccountRow {
	/** In basis points. */
	rate: number;
	salesAccount: string;
	/** Null: the account itself has the code, or there is none. */
	vatCode: string | null;
	/** For separate VAT lines. */
	vatAccount: string | null;
	/** Only sales or order lines of this category; null: all. */
	category: string | null;
	/** Only sales of this solution; null: all. */
	solution: string | null;
}

/** How VAT is posted: gross with a VAT code, net and VAT on lines of their own, or not at all. */
export const vatPostings = ['code', 'lines', 'none'] as const;
export type VatPosting = (typeof vatPostings)[number];

/** What happens to a sale without VAT. */
export const missingVatChoices = ['interim', 'rate', 'error'] as const;
export type MissingVat = (typeof missingVatChoices)[number];

/** The accounts that sales are posted to. An account that is null goes to the interim account, with a finding. */
export interface SalesAccounts {
	country: Country;
	vatPosting: VatPosting;
	/** The first that matches counts. */
	rows: readonly AccountRow[];
	/** For all sales of a merchant who is not VAT registered. */
	salesAccount: string;
	clearingAccount: string;
	interimAccount: string;
	cashAccount: string | null;
	/** Null: card sales go to the clearing account. */
	cardAccount: string | null;
	roundingAccount: string | null;
	missingVat: MissingVat;
	/** In basis points. */
	missingVatRate: number;
	refundsOnOwnLines: boolean;
}

/** The VAT rates that sales can have, so that the right one is found where only its VAT is given. */
export const rateRulesOf = ({
	country,
	rows,
}: Pick<SalesAccounts, 'country' | 'rows'>): RateRules => ({
	country,
	otherRates: [...new Set(rows.map(({ rate }) => rate))],
});

/** What decides which row a part of a sale belongs to. */
export interface Wanted {
	rate: number;
	/** Of the order line and of the sale. */
	categories: readonly unknown[];
	solution: unknown;
}

/** The first row that matches. */
export const findRow = (
	rows: readonly AccountRow[],
	{ rate, categories, solution }: Wanted,
): AccountRow | undefined =>
	rows.find(
		(row) =>
			row.rate === rate &&
			(row.category === null || categories.some((each) => isSame(each, row.category))) &&
			(row.solution === null || isSame(solution, row.solution)),
	);

/** Categories and solutions are texts that a person types: in capitals or not. */
const isSame = (sent: unknown, typed: string | null): boolean =>
	typeof sent === 'string' && sent.trim().toLowerCase() === typed?.trim().toLowerCase();

import type { SalesEntry } from '../../vipps/api/salesEntry';
import type { DividedSale } from '../salesBook/divide';
import { isCash, type Part } from '../vat/breakdown';
import { ratesOf, showRate, vatOf } from '../vat/rates';
import { findRow, type SalesAccounts } from './accounts';
import type { Found } from '../voucher/findings';
import type { Posting } from '../voucher/lineTotals';

/** A sale as postings that add up to 0, and what a person has to look at. */
export interface PostedSale {
	postings: Posting[];
	found: Found[];
}

/** Finds the account of each part of a sale. What has no account goes to the interim account, with a finding. */
export function postSale(sale: DividedSale, accounts: SalesAccounts): PostedSale {
	const { parts } = sale.breakdown;
	const posted = [
		postMoney(sale, accounts),
		...parts.map((part) => postPart(part, sale, accounts)),
		postRest(sale, accounts),
	];
	return {
		postings: posted
			.flatMap(({ postings }) => postings)
			.filter(({ amount }) => amount !== 0)
			.map((posting) => ({ ...noVat, ...posting, isRefund: sale.isRefund })),
		found: posted.flatMap(({ found }) => found),
	};
}

const noVat = { vatCode: null, vatRate: null, vat: 0, isEstimated: false };

/** The postings of a part of a sale, without what they have in common. */
interface PostedPart {
	postings: Array<Partial<Posting> & Pick<Posting, 'role' | 'account' | 'amount'>>;
	found: Found[];
}

/** Where the money of a sale went. */
function postMoney({ entry, gross }: DividedSale, accounts: SalesAccounts): PostedPart {
	const { cashAccount, cardAccount, clearingAccount, interimAccount } = accounts;
	const amount = gross;
	if (isCash(entry)) {
		if (cashAccount !== null) {
			return { postings: [{ role: 'cash', account: cashAccount, amount }], found: [] };
		}
		const found: Found[] = [{ code: 'noCashAccount', amount }];
		return { postings: [{ role: 'interim', account: interimAccount, amount }], found };
	}
	const type = paymentTypeOf(entry);
	const found: Found[] = settledTypes.includes(type)
		? []
		: [{ code: 'unknownPayment', amount, which: type }];
	const account = type === 'CARD' ? (cardAccount ?? clearingAccount) : clearingAccount;
	return { postings: [{ role: 'clearing', account, amount }], found };
}

/** The ways to pay that Vipps settles. Without one, the sale was not paid in cash. Source: Sales API guide. */
const settledTypes = ['', 'CARD', 'WALLET'];

const paymentTypeOf = ({ paymentType }: SalesEntry): string =>
	typeof paymentType === 'string' ? paymentType.trim().toUpperCase() : '';

function postPart(part: Part, sale: DividedSale, accounts: SalesAccounts): PostedPart {
	const { missingVat, missingVatRate, vatPosting, salesAccount, interimAccount } = accounts;
	const { gross, rate } = part;
	const { isUnclear } = sale.breakdown;
	const amount = 0 - gross;
	if (vatPosting === 'none') {
		const found: Found[] = rate
			? [{ code: 'vatNotRegistered', amount: gross, which: showRate(rate) }]
			: [];
		return { postings: [{ role: 'sales', account: salesAccount, amount }], found };
	}
	if (rate !== null) return postAtRate({ ...part, rate }, sale, accounts);
	if (!isUnclear && missingVat === 'rate') {
		const estimated = { ...part, rate: missingVatRate, vat: vatOf(gross, missingVatRate) };
		return postAtRate(estimated, sale, accounts, true);
	}
	const code = isUnclear ? 'vatUnclear' : 'missingVat';
	const postings = [{ role: 'interim' as const, account: interimAccount, amount }];
	return { postings, found: gross === 0 ? [] : [{ code, amount: gross }] };
}

function postAtRate(
	{ rate, gross, vat, category }: Part & { rate: number },
	{ entry, isRefund, ledgerDate }: DividedSale,
	{ country, rows, vatPosting, interimAccount }: SalesAccounts,
	isEstimated = false,
): PostedPart {
	const which = showRate(rate);
	const isKnown =
		country === 'other' || ratesOf(country, isRefund ? undefined : ledgerDate).includes(rate);
	const found: Found[] = isKnown ? [] : [{ code: 'unknownRate', amount: gross, which }];
	const { solution, salesCategory } = entry.classification ?? {};
	const row = findRow(rows, { rate, categories: [category, salesCategory], solution });
	if (!row) {
		if (isKnown) found.push({ code: 'noAccount', amount: gross, which });
		const posting = { role: 'interim' as const, account: interimAccount, vatRate: rate };
		return { postings: [{ ...posting, amount: 0 - gross, isEstimated }], found };
	}
	const common = { vatRate: rate, isEstimated };
	const sales = {
		...common,
		role: 'sales' as const,
		account: row.salesAccount,
		vatCode: row.vatCode,
	};
	if (vatPosting === 'code') {
		return { postings: [{ ...sales, amount: 0 - gross, vat: 0 - vat }], found };
	}
	const ofVat = { ...common, role: 'vat' as const, account: row.vatAccount ?? interimAccount };
	const net = { ...sales, amount: 0 - (gross - vat) };
	return { postings: [net, { ...ofVat, amount: 0 - vat }], found };
}

/** What order lines leave of the amount. */
function postRest({ breakdown, gross }: DividedSale, accounts: SalesAccounts): PostedPart {
	const { rest, isCashRounding, linesDiffer } = breakdown;
	const { roundingAccount, interimAccount } = accounts;
	const amount = 0 - rest;
	if (isCashRounding && roundingAccount !== null) {
		return { postings: [{ role: 'rounding', account: roundingAccount, amount }], found: [] };
	}
	const found: Found[] = [];
	if (isCashRounding) found.push({ code: 'cashRounding', amount: gross });
	if (linesDiffer) found.push({ code: 'linesDiffer', amount: gross });
	return { postings: [{ role: 'interim', account: interimAccount, amount }], found };
}

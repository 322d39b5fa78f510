import type { IDataObject } from 'n8n-workflow';

import type { Finding } from './findings';

/** What a line of a voucher is for. */
export const roles = [
	'clearing',
	'cash',
	'sales',
	'vat',
	'fee',
	'feesPayable',
	'bank',
	'inTransit',
	'rounding',
	'interim',
] as const;
export type Role = (typeof roles)[number];

/** A line of a voucher. */
export interface VoucherLine {
	role: Role;
	account: string;
	vatCode: string | null;
	/** In basis points. */
	vatRate: number | null;
	text: string;
	/** In signed minor units: a debit is positive, a credit negative. */
	amount: number;
	/** Of how many sales or movements. */
	count: number;
	/** Whether its rate was chosen by the user, since Vipps gave none. */
	isEstimated: boolean;
}

/** The merchant that a voucher is for. */
export interface VoucherLedger {
	ledgerId: string;
	/** ISO 4217; null if it is not known. */
	currency: string | null;
	/** Where sales are made, such as `ACME Fitness Oslo +2`; the ledger ID if there is no name. */
	unit: string;
	organisationNumber: string | null;
}

/** A voucher, in signed minor units. Its lines add up to 0. */
export interface Voucher {
	key: string;
	kind: 'sales' | 'payout' | 'fees';
	/** `YYYY-MM-DD` */
	date: string;
	ledgerId: string;
	/** The merchant's name for where the sales are made. */
	unit: string;
	organisationNumber: string | null;
	currency: string | null;
	text: string;
	lines: VoucherLine[];
	findings: Finding[];
	contentHash: string;
	/** In minor units; see the totals of sales. */
	vatRoundingDifference: number;
	/** Fields that only this kind has. */
	more: IDataObject;
}

/** A text for a field that holds 60 characters. */
export const LONGEST_TEXT = 60;
export const cutText = (text: string): string =>
	text.length > LONGEST_TEXT ? `${startOf(text, LONGEST_TEXT - 1)}…` : text;

/** At most so many characters from the start of a text. One that takes two places, such as an emoji, is not cut in two. */
export const startOf = (text: string, length: number): string =>
	text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

/**
 * The voucher, if it balances.
 *
 * @throws Error if its lines do not add up to 0, which is a mistake in the program
 */
export function balanced(voucher: Voucher): Voucher {
	const total = voucher.lines.reduce((all, { amount }) => all + BigInt(amount), 0n);
	if (total === 0n) return voucher;
	throw new Error(
		`Voucher ${voucher.key} does not balance: its lines add up to ${total} minor units`,
	);
}

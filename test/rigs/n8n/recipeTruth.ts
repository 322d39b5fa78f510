import { DateTime } from 'luxon';

import {
	BROKEN_SUM_PREFIX,
	type ReportEntry,
	type Sandbox,
	type SalesEntry,
} from '../../../sandbox/index';

/** A sale of the sandbox, and where it was sold. */
export interface Sold extends SalesEntry {
	ledgerId: string;
	ledgerDate: string;
}

/** Now, as the example workflows have it. */
export const now = () => DateTime.now().setZone('Europe/Oslo');

/** The first and the last day of a period, by the merchant's clock. */
export type Period = (merchantNow: DateTime) => [from: DateTime, to: DateTime];

export const yesterday: Period = (merchantNow) => {
	const day = merchantNow.minus({ days: 1 });
	return [day, day];
};

export const lastMonth: Period = (merchantNow) => {
	const month = merchantNow.minus({ months: 1 });
	return [month.startOf('month'), month.endOf('month')];
};

export const sinceLastMonth: Period = (merchantNow) => [
	merchantNow.minus({ months: 1 }).startOf('month'),
	merchantNow,
];

/** What was sold on all ledgers in a period, by ledger, then by date, as the nodes give it. */
export const soldIn = (sandbox: Sandbox, period: Period): Sold[] =>
	placesIn(sandbox, period).flatMap(({ ledgerId, ledgerDate }) =>
		sandbox.salesOfDate(ledgerId, ledgerDate).map((entry) => ({ ...entry, ledgerId, ledgerDate })),
	);

/** A payout on the funds of a ledger. */
export interface PaidOut extends ReportEntry {
	ledgerId: string;
}

/** The payouts of all ledgers in a period, likewise. */
export const paidOutIn = (sandbox: Sandbox, period: Period): PaidOut[] =>
	placesIn(sandbox, period).flatMap(({ ledgerId, ledgerDate }) =>
		sandbox
			.movementsOfDate(ledgerId, 'funds', ledgerDate)
			.filter(({ entryType }) => entryType === 'payout-scheduled')
			.map((entry) => ({ ...entry, ledgerId })),
	);

/** Each date of a period on each ledger, by ledger. */
const placesIn = (sandbox: Sandbox, period: Period) =>
	sandbox.ledgers().flatMap(({ ledgerId, currency }) => {
		const zone = currency === 'EUR' ? 'Europe/Helsinki' : 'Europe/Oslo';
		const dates = datesOf(period(DateTime.now().setZone(zone)));
		return dates.map((ledgerDate) => ({ ledgerId, ledgerDate }));
	});

function datesOf([from, to]: [from: DateTime, to: DateTime]): string[] {
	const count = Math.round(to.startOf('day').diff(from.startOf('day'), 'days').days) + 1;
	return Array.from({ length: count }, (_, days) => from.plus({ days }).toFormat('yyyy-MM-dd'));
}

export const isRefund = ({ entryType }: SalesEntry) => entryType === 'refund';

/** In minor units, a refund negative. */
export const signedGross = (sale: SalesEntry) =>
	isRefund(sale) ? 0 - Math.abs(sale.amounts.gross) : sale.amounts.gross;

/** Whole øre or cents. */
export const minor = (major: unknown) => Math.round(Number(major) * 100);

export const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Whether the lines are one øre off, which is nothing only where cash is rounded. */
export const isBroken = ({ reference, paymentType }: SalesEntry) =>
	reference.startsWith(BROKEN_SUM_PREFIX) && paymentType !== 'CASH';

/** Gross per ledger and VAT rate in minor units; under `none given` what no line with a rate accounts for. */
export function grossPerRate(sales: Sold[]): Record<string, number> {
	const totals: Record<string, number> = {};
	const add = (key: string, amount: number) => (totals[key] = (totals[key] ?? 0) + amount);
	for (const sale of sales) {
		const sign = isRefund(sale) ? -1 : 1;
		const lines = isBroken(sale) ? [] : (sale.lines ?? []);
		const rated = lines.filter(({ vatRate }) => typeof vatRate === 'number');
		for (const { vatRate, lineTotalGross } of rated) {
			add(`${sale.ledgerId} ${Number(vatRate) / 100} %`, sign * Math.abs(lineTotalGross));
		}
		const rest =
			signedGross(sale) - sign * sum(rated.map(({ lineTotalGross }) => Math.abs(lineTotalGross)));
		if (rest !== 0) add(`${sale.ledgerId} none given`, rest);
	}
	return totals;
}

/** Whether VAT is missing on the sale or on one of its lines. */
export const vatIsMissing = ({ amounts, lines }: SalesEntry) =>
	typeof amounts.vat !== 'number' ||
	(lines ?? []).some(({ vatRate }) => typeof vatRate !== 'number');

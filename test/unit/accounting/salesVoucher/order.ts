import type { SalesAccounts } from '../../../../accounting/salesVoucher/accounts';
import type { SalesEntry, SalesLine } from '../../../../vipps/api/salesEntry';
import { codesOf, line, linesOf, refund, sale } from './day';

export const reference = 'order';
/** The time of a refund on an earlier day. */
export const earlier = { time: '2026-05-02T10:00:00Z' };

/** A capture of the order, for the sum of its lines. */
export function captured(lines: SalesLine[], more: Partial<SalesEntry> = {}): SalesEntry {
	const gross = lines.reduce((all, { lineTotalGross }) => all + (lineTotalGross ?? 0), 0);
	return sale(gross, lines, { reference, time: '2026-05-01T10:00:00Z', ...more });
}

/** A refund of the order, without VAT if it has no lines. */
export const refunded = (
	gross: number,
	lines: SalesLine[] = [],
	more: Partial<SalesEntry> = {},
): SalesEntry => refund(gross, lines, { reference, ...more });

export const at25 = line(10000, 2500, 2000);
export const at15 = line(5000, 1500, 652);
/** A capture of two rates. */
export const sold = captured([at25, at15]);

/** Account and amount of what a refund of that capture comes to. */
export const allOfIt = [
	['3000', 8000],
	['2700', 2000],
	['3030', 4348],
	['2701', 652],
];

/** Account and amount of what the refunds of a day come to, without the money. */
export function posted(
	refunds: SalesEntry[],
	order: SalesEntry[],
	changed: Partial<SalesAccounts> = {},
) {
	const given = { vatPosting: 'lines' as const, ...changed };
	const lines = linesOf([refunds], given, { [reference]: order });
	return lines.slice(1).map(([account, , amount]) => [account, amount]);
}

/** The codes of their findings. */
export const found = (
	refunds: SalesEntry[],
	order: SalesEntry[],
	changed: Partial<SalesAccounts> = {},
) => codesOf([refunds], changed, { [reference]: order });

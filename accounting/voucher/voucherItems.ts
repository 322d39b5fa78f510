import type { IDataObject } from 'n8n-workflow';

import { currencyOf } from '../currency';
import { sum, toMajorUnits } from '../money';
import type { Voucher, VoucherLine } from './voucher';

/** The forms in which vouchers are returned: an item for each line, or for each voucher. */
export const voucherOutputs = ['lines', 'vouchers'] as const;
export type VoucherOutput = (typeof voucherOutputs)[number];

/** A voucher as items; amounts are decimals in major units. */
export const voucherItems: Record<VoucherOutput, (voucher: Voucher) => IDataObject[]> = {
	lines: toLineItems,
	vouchers: (voucher) => [toVoucherItem(voucher)],
};

const statusOf = ({ findings }: Voucher): string => (findings.length > 0 ? 'needsReview' : 'ready');

const reasonsOf = ({ findings }: Voucher): string[] => findings.map(({ reason }) => reason);

function toLineItems(voucher: Voucher): IDataObject[] {
	const { date, key: voucherKey, currency, ledgerId } = voucher;
	const [status, reasons] = [statusOf(voucher), reasonsOf(voucher)];
	return linesOf(voucher).map((each) => {
		const { line, role, account, vatCode, vatRate, text, debit, credit, amount } = each;
		return {
			...{ date, voucherKey, line, account, text, vatCode, debit, credit, amount },
			...{ currency, vatRate, role, ledgerId, status, reasons },
			...(each.vatEstimated ? { vatEstimated: true } : {}),
		};
	});
}

function toVoucherItem(voucher: Voucher): IDataObject {
	const { key, kind, date, ledgerId, unit, organisationNumber, currency, text, more } = voucher;
	const show = showIn(currency);
	const total = (sign: 1 | -1) =>
		show(sum(voucher.lines.map(({ amount }) => Math.max(0, sign * amount))));
	return {
		...{ voucherKey: key, kind, status: statusOf(voucher), reasons: reasonsOf(voucher) },
		...{ date, ledgerId, unit, organisationNumber, currency, text },
		...{ debit: total(1), credit: total(-1), lines: linesOf(voucher) },
		...more,
		vatRoundingDifference: show(voucher.vatRoundingDifference),
		findings: voucher.findings.map(({ code, count, amount }) => ({
			code,
			count,
			amount: show(amount),
		})),
		contentHash: voucher.contentHash,
	};
}

/** The lines with their numbers, from 1. */
const linesOf = ({ lines, currency }: Voucher) =>
	lines.map((line, at) => ({ line: at + 1, ...toLine(line, showIn(currency)) }));

function toLine(
	{ role, account, vatCode, vatRate, text, amount, count, isEstimated }: VoucherLine,
	show: (amount: number) => number,
) {
	return {
		...{ role, account, vatCode, vatRate: vatRate === null ? null : vatRate / 100, text },
		debit: show(Math.max(0, amount)),
		credit: show(Math.max(0, 0 - amount)),
		amount: show(amount),
		count,
		...(isEstimated ? { vatEstimated: true } : {}),
	};
}

const showIn =
	(currency: string | null) =>
	(amount: number): number =>
		toMajorUnits(amount, currencyOf(currency).decimals) ?? 0;

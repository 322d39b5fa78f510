import type { ReportEntry } from '../../vipps/api/reportEntry';
import { asShapeError, ShapeError } from '../shapeError';

/** What a payout's row adds up, apart from the payout itself. */
export const movementKinds = [
	'sales',
	'refunds',
	'fees',
	'disputes',
	'corrections',
	'topUps',
	'returned',
	'other',
] as const;

/** What a movement on funds is. `returned` is a payout whose money came back; `other` holds what nobody knows yet. */
export type MovementKind = (typeof movementKinds)[number] | 'payout';

/** Entry types of funds; `scheduled-for-payout` is in older data. Source: Report API guide, "Entry types". */
const kinds = new Map<unknown, MovementKind>([
	['capture', 'sales'],
	['refund', 'refunds'],
	['fees-retained', 'fees'],
	['retained-disputed-capture', 'disputes'],
	['returned-disputed-capture', 'disputes'],
	['correction', 'corrections'],
	['top-up', 'topUps'],
	['payout-aborted', 'returned'],
	['payout-scheduled', 'payout'],
	['scheduled-for-payout', 'payout'],
]);

/** What an entry of funds is. */
export const movementKind = ({ entryType }: ReportEntry): MovementKind =>
	kinds.get(entryType) ?? 'other';

/** An entry of funds whose numbers have been checked. Amounts in signed minor units. */
export interface Movement {
	kind: MovementKind;
	amount: number;
	/** Null if Vipps sent none. */
	balanceBefore: number | null;
	balanceAfter: number | null;
	ledgerDate: string;
	/** Why it is not to be trusted, in words. */
	doubt?: string;
	entry: ReportEntry;
}

/**
 * Checks an entry of funds.
 *
 * @throws ShapeError if its amount or its ledger date can't be used, so that nothing could be added up
 */
export function readMovement(entry: ReportEntry): Movement {
	const { ledgerDate } = entry;
	if (typeof ledgerDate !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(ledgerDate)) {
		throw new ShapeError('ledgerDate', ledgerDate, 'not a date');
	}
	const amount = readWhole('amount', entry.amount);
	if (amount === null) throw new ShapeError('amount', entry.amount, 'not an amount');
	return {
		kind: movementKind(entry),
		amount,
		balanceBefore: readWhole('balanceBefore', entry.balanceBefore),
		balanceAfter: readWhole('balanceAfter', entry.balanceAfter),
		ledgerDate,
		entry,
	};
}

/**
 * An entry that was sent for a ledger date. One that can't be used has an amount of 0 and no balances, and says why: it is not lost, and what
 * it belongs to gets a finding.
 */
export function movementOn(ledgerDate: string, entry: ReportEntry): Movement {
	try {
		const movement = readMovement(entry);
		if (movement.ledgerDate === ledgerDate) return movement;
		return { ...movement, doubt: `An entry of ${movement.ledgerDate} came for ${ledgerDate}` };
	} catch (error) {
		const doubt = `An entry of ${ledgerDate} can't be read: ${asShapeError(error).message}`;
		const unknown = { amount: 0, balanceBefore: null, balanceAfter: null };
		return { kind: 'other', ...unknown, ledgerDate, doubt, entry };
	}
}

function readWhole(field: string, value: unknown): number | null {
	if (value === null || value === undefined) return null;
	if (Number.isSafeInteger(value)) return (value as number) + 0;
	throw new ShapeError(field, value, 'not a whole number of minor units');
}

/** The number of a payout: what follows the last hyphen of its PSP reference. Null if there is none. */
export function payoutNumberOf({ entry }: Pick<Movement, 'entry'>): string | null {
	const { pspReference } = entry;
	if (typeof pspReference !== 'string') return null;
	return /-(\d+)$/.exec(pspReference.trim())?.[1] ?? null;
}

/** Whether a payout is the first of its ledger. Source: Report API guide, "Payouts". */
export const isFirstPayout = (payout: Pick<Movement, 'entry'>): boolean =>
	payoutNumberOf(payout) === '2000001';

import type { IDataObject } from 'n8n-workflow';

import type { ReportEntry } from '../../vipps/api/reportEntry';
import { currencyOf } from '../currency';
import { assertExactNumbers } from '../exactNumbers';
import { nameEntry, orMarked } from '../markedShape';
import { readAmount, toMajorUnits } from '../money';

/** Where an entry of funds or fees was read, and what is known of it beside its own fields. */
export interface TransactionOrigin {
	ledgerId: string;
	/** Whether nothing more comes on its date; null if the entry comes from a feed. */
	isFinal: boolean | null;
	/** Where the chain of balances is broken, in words. */
	finding: string | null;
	/** Whether the fields with customer data were asked for. */
	hasCustomerData: boolean;
}

/** The forms in which entries can be returned. */
export const transactionShapeNames = ['rows', 'entries'] as const;
export type TransactionShape = (typeof transactionShapeNames)[number];

/** Maps an entry to items. One that does not fit is returned as it was sent, with `shapeError`. */
export const transactionShapes = {
	rows: orMarked(toRow, asSent, describe),
	entries: orMarked(toEntry, asSent, describe),
} satisfies Record<TransactionShape, unknown>;

/**
 * One flat item per entry, first the ten fields that a bookkeeper reads. Amounts are signed decimals in major units.
 *
 * @throws ShapeError if an amount is of another kind than documented
 */
function toRow(entry: ReportEntry, origin: TransactionOrigin): IDataObject[] {
	const { decimals } = currencyOf(entry.currency);
	const major = (field: 'amount' | 'balanceBefore' | 'balanceAfter') =>
		toMajorUnits(
			readAmount(entry[field], decimals, () => field),
			decimals,
		);
	const { ledgerId, isFinal, finding, hasCustomerData } = origin;
	const row = {
		ledgerDate: entry.ledgerDate ?? null,
		entryType: entry.entryType ?? null,
		amount: major('amount'),
		currency: entry.currency ?? null,
		reference: entry.reference ?? null,
		pspReference: entry.pspReference ?? null,
		balanceAfter: major('balanceAfter'),
		isFinal,
		finding,
		ledgerId,
		balanceBefore: major('balanceBefore'),
		time: entry.time ?? null,
		recipientHandle: entry.recipientHandle ?? null,
	};
	return [hasCustomerData ? { ...row, ...customerDataOf(entry) } : row];
}

/** Source: Report API guide, "GDPR sensitive data". */
const customerDataOf = ({ name = null, message = null, maskedPhoneNo = null }: ReportEntry) => ({
	name,
	message,
	maskedPhoneNo,
});

/** @throws ShapeError if a number in the entry is not exact */
function toEntry(entry: ReportEntry, origin: TransactionOrigin): IDataObject[] {
	assertExactNumbers(entry);
	return [asSent(entry, origin)];
}

/** The entry as it was sent, unknown fields included. If Vipps ever sends a field of these names, its own value stays. */
function asSent(entry: ReportEntry, { ledgerId, isFinal }: TransactionOrigin): IDataObject {
	return isFinal === null ? { ledgerId, ...entry } : { ledgerId, isFinal, ...entry };
}

function describe(entry: ReportEntry, { ledgerId }: TransactionOrigin): string {
	return nameEntry(`Entry of ledger ${ledgerId}`, [
		['', entry.ledgerDate],
		['', entry.entryType],
		['PSP reference ', entry.pspReference],
		['at ', entry.time],
	]);
}

import type { IDataObject } from 'n8n-workflow';

/**
 * One movement of money on a ledger: on funds, which Vipps owes the merchant, or on fees, which the merchant owes Vipps. Open: Vipps may add
 * fields and entry types at any time. Amounts are signed, in minor units. Source: Report API guide, "Funds" and "Fees".
 */
export interface ReportEntry extends IDataObject {
	entryType?: string;
	/** UTC, ISO 8601. The ledger date does not follow from it: what closes a date bears the time of the next night. */
	time?: string;
	/** `YYYY-MM-DD`. */
	ledgerDate?: string;
	/** ISO 4217. */
	currency?: string;
	amount?: number;
	/** `balanceBefore + amount = balanceAfter`, and each entry begins at the balance that the one before ended with. */
	balanceBefore?: number;
	balanceAfter?: number;
	/** Of a payout: `<ledgerId>-<payoutNumber>`. */
	pspReference?: string | null;
	/** Of a payout: its text at the bank, which may be empty or null. */
	reference?: string | null;
	/** Empty or null where there is none. */
	recipientHandle?: string | null;
}

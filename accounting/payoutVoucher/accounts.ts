/** What happens to the transfer to the bank: the bank feed books it, or the payout voucher, at once or by an account for what is under way. */
export const payoutPostings = ['leaveToBank', 'ledgerDate', 'inTransit'] as const;
export type PayoutPosting = (typeof payoutPostings)[number];

/** When fees are a cost: as they are deducted from a payout, or on the day on which they are charged. */
export const feePostings = ['whenDeducted', 'whenCharged'] as const;
export type FeePosting = (typeof feePostings)[number];

/** The accounts that the movements of payouts are posted to. */
export interface PayoutAccounts {
	clearingAccount: string;
	interimAccount: string;
	feeAccount: string;
	feePosting: FeePosting;
	/** What is owed for fees that are charged and not deducted yet. */
	feesPayableAccount: string;
	payoutPosting: PayoutPosting;
	bankAccount: string;
	inTransitAccount: string;
}

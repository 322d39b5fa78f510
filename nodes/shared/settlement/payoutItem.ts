import type { IDataObject } from 'n8n-workflow';

import { bankTextOf } from '../../../accounting/settlement/bank';
import type { RetainedFees } from '../../../accounting/settlement/feesOfPayout';
import type { PayoutGroup } from '../../../accounting/settlement/payouts';
import { toPayoutRow } from '../../../accounting/settlement/payoutRow';
import { transactionShapes } from '../../../accounting/settlement/transaction';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import type { Run } from '../../../vipps/run';
import { grantedLedger } from '../ledgers/grantedLedgers';
import type { PayoutOutput } from './payoutOutput';
import type { Payout } from './readPayouts';

/**
 * A payout as an item. `raw` has minor units, and the payout's own entry as it was sent.
 *
 * @param fees if they are given, the item has the payout's transactions and fees
 */
export async function payoutItem(
	run: Run,
	ledgerId: string,
	{ group, returned }: Payout,
	output: PayoutOutput,
	fees?: RetainedFees,
): Promise<IDataObject> {
	const inMinorUnits = output === 'raw';
	const handles = await handlesFor(run, ledgerId, group);
	const row = toPayoutRow(group, { ledgerId, handles, returned, inMinorUnits });
	const entry = inMinorUnits ? { entry: group.payout?.entry ?? null } : {};
	if (fees === undefined) return { ...row, ...entry };
	const shape = transactionShapes[inMinorUnits ? 'entries' : 'rows'];
	const origin = { ledgerId, isFinal: null, finding: null, hasCustomerData: false };
	const shaped = (entries: ReportEntry[]) => entries.flatMap((each) => shape(each, origin));
	return {
		...row,
		finding: group.finding ?? fees.finding,
		...entry,
		transactions: shaped(group.entries),
		feeEntries: shaped(fees.fees.map((fee) => fee.entry)),
	};
}

/** The handles of the ledger, if the text at the bank can't be known without them. */
async function handlesFor(run: Run, ledgerId: string, group: PayoutGroup): Promise<string[]> {
	const isNeeded = group.payout?.entry.currency === 'NOK' && bankTextOf(group, []) === null;
	return isNeeded ? ((await grantedLedger(run, ledgerId))?.handles ?? []) : [];
}

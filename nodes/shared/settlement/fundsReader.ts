import type { Run } from '../../../vipps/run';
import type { WantedLedger } from '../parameters/ledgers';
import { ledgerReader, type LedgerReader } from './ledgerReader';
import { readGroups, type GroupsOfDate, type Kept } from './readGroups';

/** A reader for the funds of a ledger, grouped by payouts. */
export const fundsReader = (
	run: Run,
	ledger: WantedLedger,
	kept: Kept = {},
): LedgerReader<GroupsOfDate> =>
	ledgerReader(run, ledger, 'funds', async (wanted) => await readGroups(run, wanted, kept));

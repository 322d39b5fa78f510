import type { Run } from '../../../vipps/run';
import type { WantedLedger } from '../parameters/ledgers';
import { ledgerReader, type LedgerReader } from './ledgerReader';
import { readGroups, type GroupsOfDate } from './readGroups';

/** A reader for the funds of a ledger, grouped by payouts. */
export const fundsReader = (
	run: Run,
	ledger: WantedLedger,
	keepsEntries = false,
): LedgerReader<GroupsOfDate> =>
	ledgerReader(run, ledger, 'funds', async (wanted) => await readGroups(run, wanted, keepsEntries));

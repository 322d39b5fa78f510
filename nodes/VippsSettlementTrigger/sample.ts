import type { IDataObject } from 'n8n-workflow';

import { operationError } from '../../vipps/outcome/errors';
import type { Run } from '../../vipps/run';
import { readEach, type LedgerResult } from '../shared/ledgers/readEach';
import { nothingIsWrong, sampleLedgers } from '../shared/polling/sampleLedgers';
import { SAMPLE_TIME_LIMIT_MS } from '../shared/polling/source';

/** Enough to build a workflow with. */
const MOST_ITEMS = 10;

/**
 * The latest items of a few ledgers, to build a workflow with. A ledger that cannot be read does not stop the others.
 *
 * @param what what is looked for: `payouts`
 * @param latest reads the latest items of a ledger
 * @throws NodeOperationError in plain words if there are none
 * @throws NodeApiError if no ledger could be read
 */
export async function sample(
	run: Run,
	wanted: string[] | 'all',
	what: string,
	latest: (ledgerId: string) => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	const { ledgerIds, inWords } = await sampleLedgers(run, wanted);
	const ledgers = ledgerIds.map((ledgerId) => ({ ledgerId }));
	const reads = await readEach(
		ledgers,
		ledgers.length,
		async ({ ledgerId }): Promise<LedgerResult & { items?: IDataObject[] }> => {
			return { ledgerId, items: await latest(ledgerId) };
		},
	);
	const items = reads.flatMap((read) => ('items' in read ? (read.items ?? []) : []));
	if (items.length > 0) return items.slice(0, MOST_ITEMS);
	const description = nothingIsWrong('one');
	if (run.signal?.aborted) {
		const seconds = SAMPLE_TIME_LIMIT_MS / 1000;
		throw operationError(run.node, `No ${what} found in ${seconds} seconds`, { description });
	}
	const failed = reads.filter(({ error }) => error !== undefined);
	if (failed.length === reads.length) throw failed[0]?.error;
	throw operationError(run.node, `No ${what} found on ${inWords}`, { description });
}

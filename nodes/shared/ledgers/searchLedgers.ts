import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ledgers } from '../../../vipps/api/ledgers';
import { openRun } from '../../../vipps/run';
import { ledgerOptions, matchesLedger } from './ledgerLabel';

/**
 * One page of the ledger drop-down. Vipps cannot search, so a search continues with the next page until one has a match.
 *
 * @throws NodeApiError as the ledger list does; the drop-down shows its message
 */
export async function searchLedgers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	for await (const page of ledgers(openRun(this), { after: paginationToken })) {
		const results = ledgerOptions(page.items.filter((ledger) => matchesLedger(ledger, filter)));
		if (results.length > 0) {
			return { results, paginationToken: page.isLast ? undefined : page.cursor };
		}
	}
	return { results: [] };
}

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ledgers } from '../../../vipps/api/endpoints';
import { ledgerOptions, matchesLedger } from './ledgerLabel';
import { paginate } from '../../../vipps/paging/pages';
import { openRun } from '../../../vipps/run';

/**
 * One page of the ledger drop-down. Vipps cannot search, so a search goes on to the next page until one has a match.
 *
 * @throws NodeApiError as the ledger list does; the drop-down shows its message
 */
export async function searchLedgers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const run = openRun(this);
	const walk = { ...ledgers(run), start: paginationToken };
	for await (const { items, cursor, goesOn } of paginate(run, walk)) {
		const results = ledgerOptions(items.filter((ledger) => matchesLedger(ledger, filter)));
		if (results.length > 0) return { results, paginationToken: goesOn ? cursor : undefined };
	}
	return { results: [] };
}

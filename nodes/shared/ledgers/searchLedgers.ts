import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { ledgers } from '../../../vipps/api/ledgers';
import { openRun, type RunOptions } from '../../../vipps/run';
import { ledgerOptions, matchesLedger } from './ledgerLabel';

type SearchLedgers = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * Gives one page of the ledger drop-down. Vipps cannot search, so a search continues with the next page until one has a match. It throws a
 * NodeApiError as the ledger list does, whose message the drop-down shows.
 *
 * @param node whether it refuses the keys of a sales unit: the list then refuses them too
 */
export const searchLedgersFor = (node: Pick<RunOptions, 'needsAccountingKeys'>): SearchLedgers =>
	async function (filter = '', paginationToken) {
		for await (const page of ledgers(openRun(this, node), { after: paginationToken })) {
			const results = ledgerOptions(page.items.filter((ledger) => matchesLedger(ledger, filter)));
			if (results.length > 0) {
				return { results, paginationToken: page.isLast ? undefined : page.cursor };
			}
		}
		return { results: [] };
	};

/** The same for any keys. */
export const searchLedgers = searchLedgersFor({});

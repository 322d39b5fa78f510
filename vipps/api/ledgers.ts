import type { IDataObject } from 'n8n-workflow';

import { call } from '../http/call';
import { hasNextOfList, readPage } from '../paging/page';
import { pagesOf, type Pages, type Start } from '../paging/pages';
import type { Run } from '../run';

/** A ledger that these keys may read. Open: further fields pass through. Source: Report API guide, "Ledgers". */
export interface Ledger extends IDataObject {
	/** Opaque; never a number. */
	ledgerId: string;
	/** ISO 4217, of every amount on the ledger. */
	currency?: string;
	/** Handles such as `NO:123456` (a VM number) or `api:123456` (an API sales unit). */
	settlesForRecipientHandles?: string[];
	/** May be missing. */
	salesUnits?: Array<{ name?: string; recipientHandle?: string }>;
}

/**
 * `GET /settlement/v1/ledgers`: the ledgers that these keys may read, each once, in pages of the server's own size.
 *
 * @param recipientHandle only the ledgers that settle for it
 */
export function ledgers(
	run: Run,
	{ recipientHandle, ...start }: Start & { recipientHandle?: string } = {},
): Pages<Ledger> {
	const subject = 'the ledgers';
	const known = new Set<string>();
	const endpoint = {
		subject,
		hasNextPage: hasNextOfList,
		fetchPage: async (cursor: string | undefined) => {
			// The cursor contains the filter; no other parameter is needed beside it.
			const query = cursor === undefined ? handleQuery(recipientHandle) : { cursor };
			const body = await call(run, { path: '/settlement/v1/ledgers', query, subject });
			const page = readPage<Ledger>(run, body, subject);
			return { ...page, items: page.items.filter((ledger) => isNew(known, ledger)) };
		},
	};
	return pagesOf(run, endpoint, start);
}

function isNew(known: Set<string>, { ledgerId }: { ledgerId?: unknown }): boolean {
	if (typeof ledgerId !== 'string') return true;
	return known.size < known.add(ledgerId).size;
}

const handleQuery = (recipientHandle?: string): IDataObject =>
	recipientHandle ? { settlesForRecipientHandles: recipientHandle } : {};

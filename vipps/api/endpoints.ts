import type { IDataObject } from 'n8n-workflow';

import { readLookUp, readPage } from '../paging/page';
import { untilCaughtUp, whileCursor, whileHasMore, type Walk } from '../paging/pages';
import { encodeSegment } from '../http/path';
import type { Run } from '../run';
import { request } from '../http/call';
import type { Ledger, SalesEntry } from './types';

/** `GET /settlement/v1/ledgers`: the ledgers that these keys may read, in pages of the server's own size. */
export function ledgers(run: Run, filter: { recipientHandle?: string } = {}): Walk<Ledger> {
	const subject = 'the ledgers';
	const known = new Set<string>();
	return {
		subject,
		goesOn: whileCursor,
		fetchPage: async (cursor) => {
			// The cursor carries the filter: beside it no other parameter is needed.
			const query = cursor === undefined ? handleQuery(filter.recipientHandle) : { cursor };
			const body = await request(run, { path: '/settlement/v1/ledgers', query, subject });
			const page = readPage<Ledger>(run, body, subject);
			return { ...page, items: page.items.filter((ledger) => isNew(known, ledger)) };
		},
	};
}

/** A ledger that comes on several pages comes once. */
function isNew(known: Set<string>, { ledgerId }: { ledgerId?: unknown }): boolean {
	if (typeof ledgerId !== 'string') return true;
	return known.size < known.add(ledgerId).size;
}

const handleQuery = (recipientHandle?: string): IDataObject =>
	recipientHandle ? { settlesForRecipientHandles: recipientHandle } : {};

/** `GET /sales/report/v1/ledgers/{ledgerId}`: all sales of a ledger, oldest first, after a cursor. */
export function salesFeed(run: Run, ledgerId: string, start?: string): Walk<SalesEntry> {
	const subject = `the sales feed of ledger ${ledgerId}`;
	return { ...sales(run, salesPath(ledgerId), subject), start, goesOn: untilCaughtUp };
}

/** `GET …/dates/{ledgerDate}`: the sales of one ledger date, `YYYY-MM-DD`. */
export function salesOfDate(run: Run, ledgerId: string, ledgerDate: string): Walk<SalesEntry> {
	const subject = `the sales of ledger ${ledgerId} on ${ledgerDate}`;
	return {
		...sales(run, `${salesPath(ledgerId)}/dates/${encodeSegment(ledgerDate)}`, subject),
		goesOn: whileHasMore,
	};
}

/** `GET …/references/{reference}`: all captures and refunds of one order. */
export function salesByReference(run: Run, ledgerId: string, reference: string): Walk<SalesEntry> {
	return lookUp(
		run,
		`${salesPath(ledgerId)}/references/${encodeSegment(reference)}`,
		`the sales with reference ${reference} of ledger ${ledgerId}`,
	);
}

/** `GET …/psp-references/{pspReference}`: one capture or refund. */
export function salesByPspReference(
	run: Run,
	ledgerId: string,
	pspReference: string,
): Walk<SalesEntry> {
	return lookUp(
		run,
		`${salesPath(ledgerId)}/psp-references/${encodeSegment(pspReference)}`,
		`the sale with PSP reference ${pspReference} of ledger ${ledgerId}`,
	);
}

const salesPath = (ledgerId: string) => `/sales/report/v1/ledgers/${encodeSegment(ledgerId)}`;

function sales(
	run: Run,
	path: string,
	subject: string,
): Pick<Walk<SalesEntry>, 'subject' | 'fetchPage'> {
	return {
		subject,
		fetchPage: async (cursor, pageSize) =>
			readPage(run, await request(run, { path, query: { cursor, pageSize }, subject }), subject),
	};
}

function lookUp(run: Run, path: string, subject: string): Walk<SalesEntry> {
	return {
		subject,
		goesOn: whileHasMore,
		fetchPage: async (cursor) =>
			readLookUp(run, await request(run, { path, query: { cursor }, subject }), subject),
	};
}

import { call } from '../http/call';
import { encodeSegment } from '../http/path';
import { hasNextOfDate, hasNextOfFeed, readLookUp, readPage } from '../paging/page';
import { pagesOf, type Endpoint, type Pages, type Start } from '../paging/pages';
import type { Run } from '../run';
import type { SalesEntry } from './salesEntry';

/** The largest `pageSize`. Source: Sales API spec. */
export const MAX_PAGE_SIZE = 1000;

/** `GET /sales/report/v1/ledgers/{ledgerId}`: all sales of a ledger, oldest first. */
export function salesFeed(run: Run, ledgerId: string, start?: Start): Pages<SalesEntry> {
	const subject = `the sales feed of ledger ${ledgerId}`;
	const endpoint = paged(run, ledgerPath(ledgerId), subject);
	return pagesOf(run, { ...endpoint, hasNextPage: hasNextOfFeed }, start);
}

/** `GET …/dates/{ledgerDate}`: the sales of one ledger date, `YYYY-MM-DD`. */
export function salesOfDate(run: Run, ledgerId: string, ledgerDate: string): Pages<SalesEntry> {
	const subject = `the sales of ledger ${ledgerId} on ${ledgerDate}`;
	const endpoint = paged(
		run,
		`${ledgerPath(ledgerId)}/dates/${encodeSegment(ledgerDate)}`,
		subject,
	);
	return pagesOf(run, { ...endpoint, hasNextPage: hasNextOfDate });
}

/** `GET …/references/{reference}`: all captures and refunds of one order. */
export function salesByReference(run: Run, ledgerId: string, reference: string): Pages<SalesEntry> {
	return lookUp(
		run,
		`${ledgerPath(ledgerId)}/references/${encodeSegment(reference)}`,
		`the sales with reference ${reference} of ledger ${ledgerId}`,
	);
}

/** `GET …/psp-references/{pspReference}`: one capture or refund. */
export function salesByPspReference(
	run: Run,
	ledgerId: string,
	pspReference: string,
): Pages<SalesEntry> {
	return lookUp(
		run,
		`${ledgerPath(ledgerId)}/psp-references/${encodeSegment(pspReference)}`,
		`the sale with PSP reference ${pspReference} of ledger ${ledgerId}`,
	);
}

const ledgerPath = (ledgerId: string) => `/sales/report/v1/ledgers/${encodeSegment(ledgerId)}`;

function paged(run: Run, path: string, subject: string): Omit<Endpoint<SalesEntry>, 'hasNextPage'> {
	return {
		subject,
		maxPageSize: MAX_PAGE_SIZE,
		fetchPage: async (cursor, pageSize) =>
			readPage(run, await call(run, { path, query: { cursor, pageSize }, subject }), subject),
	};
}

function lookUp(run: Run, path: string, subject: string): Pages<SalesEntry> {
	return pagesOf(run, {
		subject,
		hasNextPage: hasNextOfDate,
		fetchPage: async (cursor) =>
			readLookUp(run, await call(run, { path, query: { cursor }, subject }), subject),
	});
}

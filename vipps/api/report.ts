import { call } from '../http/call';
import { encodeSegment } from '../http/path';
import { hasNextOfDate, type HasNextPage, readPage } from '../paging/page';
import { pagesOf, type Endpoint, type Pages, type Start } from '../paging/pages';
import type { Run } from '../run';
import type { ReportEntry } from './reportEntry';

/** The two lists of a ledger: what Vipps owes the merchant, and what the merchant owes Vipps. */
export type ReportList = 'funds' | 'fees';

/** What is read of an entry. */
export interface ReportOptions {
	/** Whether the customers' names, messages and masked phone numbers are wanted, which are personal data. */
	includeCustomerData?: boolean;
}

/**
 * `GET /report/v2/ledgers/{ledgerId}/{list}/dates/{ledgerDate}`: the movements of one ledger date (`YYYY-MM-DD`), in pages of the server's
 * own size. As long as `tryLater` of the last page is true, more may come on this date. Source: Report API guide.
 */
export const reportOfDate = (
	run: Run,
	ledgerId: string,
	list: ReportList,
	ledgerDate: string,
	options?: ReportOptions,
): Pages<ReportEntry> =>
	pagesOf(
		run,
		endpointOf(run, {
			path: `${listPath(ledgerId, list)}/dates/${encodeSegment(ledgerDate)}`,
			subject: `${nouns[list]} of ledger ${ledgerId} on ${ledgerDate}`,
			hasNextPage: hasNextOfDate,
			options,
		}),
	);

/** `GET …/{list}/feed`: all movements of a ledger as they came, in pages of the server's own size. */
export const reportFeed = (
	run: Run,
	ledgerId: string,
	list: ReportList,
	{ options, ...start }: Start & { options?: ReportOptions } = {},
): Pages<ReportEntry> =>
	pagesOf(
		run,
		endpointOf(run, {
			path: `${listPath(ledgerId, list)}/feed`,
			subject: `the feed of ${nouns[list]} of ledger ${ledgerId}`,
			hasNextPage: hasNextOfReportFeed,
			options,
		}),
		start,
	);

/**
 * The rule of these feeds: `tryLater: true` means that all is read. They never send `hasMore`; if one did, it would count. Without either, a
 * page without entries is the end, and in any case one without a new cursor.
 */
export const hasNextOfReportFeed: HasNextPage = ({ items, hasMore, tryLater, hasMoved }) =>
	hasMoved && tryLater !== true && (hasMore ?? (tryLater === false || items.length > 0));

/** What the lists are called in messages. */
const nouns: Record<ReportList, string> = { funds: 'the transactions', fees: 'the fees' };

const listPath = (ledgerId: string, list: ReportList) =>
	`/report/v2/ledgers/${encodeSegment(ledgerId)}/${list}`;

/** A path of the Report API, and how its pages end. */
interface ReportPath extends Pick<Endpoint<ReportEntry>, 'subject' | 'hasNextPage'> {
	path: string;
	options?: ReportOptions;
}

function endpointOf(
	run: Run,
	{ path, subject, hasNextPage, options }: ReportPath,
): Endpoint<ReportEntry> {
	// To be repeated on each page, beside the cursor.
	const wanted = options?.includeCustomerData ? { includeGDPRSensitiveData: true } : {};
	return {
		subject,
		hasNextPage,
		fetchPage: async (cursor) =>
			readPage(run, await call(run, { path, query: { cursor, ...wanted }, subject }), subject),
	};
}

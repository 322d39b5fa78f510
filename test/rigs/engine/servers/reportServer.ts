import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { serveAnything, type Call, type Reply } from './anyServer';

/** A mock of the Report API for one ledger, whose books and pages a test sets. */
export interface ReportServer {
	baseUrl: string;
	/** By list: its entries in the order of their dates. */
	books: Record<'funds' | 'fees', ReportEntry[]>;
	/** So many entries on a page. */
	pageSize: number;
	/** Whether an empty page comes before each that follows another. */
	hasEmptyPages: boolean;
	/** Calls that are answered 503 first, by their number. */
	failing: Set<number>;
	calls: number;
}

export const LEDGER_ID = '700700';

export async function serveReports(): Promise<ReportServer> {
	const server: ReportServer = {
		...{ baseUrl: '', books: { funds: [], fees: [] }, pageSize: 100, hasEmptyPages: false },
		...{ failing: new Set(), calls: 0 },
	};
	const pageOf = (entries: ReportEntry[], cursor: string | null, isFeed: boolean): Reply => {
		const [from = 0, isPause = 0] = (cursor ?? '0').split('-').map(Number);
		const to = isPause ? from : from + server.pageSize;
		const items = entries.slice(from, to);
		const hasMore = to < entries.length;
		const end = from + items.length;
		const next = hasMore && server.hasEmptyPages && !isPause ? `${end}-1` : `${end}-0`;
		if (isFeed) return { body: { items, cursor: next, tryLater: !hasMore } };
		return { body: { items, hasMore, tryLater: false, ...(hasMore ? { cursor: next } : {}) } };
	};
	const answer = ({ segments, query }: Call): Reply => {
		if (server.failing.delete(++server.calls)) {
			return { status: 503, body: { title: 'Busy', status: 503 }, headers: { 'retry-after': '0' } };
		}
		const [, , , , list, , date] = segments;
		if (list !== 'funds' && list !== 'fees') {
			return { body: { items: [{ ledgerId: LEDGER_ID, currency: 'NOK' }], cursor: '' } };
		}
		const entries = server.books[list];
		const isFeed = date === undefined;
		return pageOf(
			isFeed ? entries : entries.filter(({ ledgerDate }) => ledgerDate === date),
			query.get('cursor'),
			isFeed,
		);
	};
	const { baseUrl } = await serveAnything(answer);
	return Object.assign(server, { baseUrl });
}

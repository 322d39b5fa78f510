import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { cursorField, pageQuerySchema, pageSizeOf, positionOf, type PageQuery } from '../paging';
import { ledgerSales, type LedgerParams } from './ledgerSales';

/** One answer of the feed, but for its cursor. */
interface Page {
	list: string;
	/** The position after its last entry. */
	to: number;
	hasMore: boolean;
	empty: boolean;
	/** The cursor that it was asked with. */
	asked?: string;
}

/** The cursor of a page; at the end of what there is, in the reading that the switch chooses. */
function cursorOf(page: Page, { cursors, switches }: Backend): { cursor?: string | null } {
	const { list, to, hasMore, empty, asked } = page;
	const here = () => ({ cursor: cursors.write(list, String(to)) });
	if (hasMore) return here();
	if (switches.caughtUpFeed === 'noCursorOnLastPage') return cursorField('absent');
	if (!empty) return here();
	switch (switches.caughtUpFeed) {
		case 'sameCursor':
			return asked ? { cursor: asked } : here();
		case 'newCursor':
			return { cursor: cursors.write(list, String(to), true) };
		case 'emptyCursor':
			return cursorField('empty');
		case 'nullCursor':
			return cursorField('null');
		case 'noCursor':
			return cursorField('absent');
	}
}

/**
 * `GET /sales/report/v1/ledgers/{ledgerId}`: the sales of a ledger as a feed (Sales API guide). A
 * cursor names the place after an entry; without one the feed begins at the first sale.
 */
export function salesFeedRoute(app: FastifyInstance, backend: Backend): void {
	app.get<{ Params: LedgerParams; Querystring: PageQuery }>(
		'/sales/report/v1/ledgers/:ledgerId',
		{ schema: { querystring: pageQuerySchema } },
		(request) => {
			const { ledgerId } = request.params;
			const { cursor: asked } = request.query;
			const sales = ledgerSales(backend, ledgerId);
			const list = `feed ${ledgerId}`;
			const from = Number(positionOf(backend.cursors, list, asked) ?? 0);
			const pageSize = pageSizeOf(request.query);
			const onePast = sales.slice(from, from + pageSize + 1);
			const items = onePast.slice(0, pageSize);
			const hasMore = onePast.length > pageSize;
			const to = from + items.length;
			return {
				items,
				...cursorOf({ list, to, hasMore, empty: items.length === 0, asked }, backend),
				...(backend.switches.feedHasMore === 'sent' && { hasMore }),
			};
		},
	);
}

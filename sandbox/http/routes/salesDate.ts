import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { cursorField, pageQuerySchema, pageSizeOf, positionOf, type PageQuery } from '../paging';
import { ledgerSales, type LedgerParams } from './ledgerSales';

/**
 * What a cursor of a date names: how many sales went before, and whether an empty page comes first.
 */
interface Place {
	from: number;
	pause: boolean;
}

interface Params extends LedgerParams {
	ledgerDate: string;
}

/**
 * `GET /sales/report/v1/ledgers/{ledgerId}/dates/{ledgerDate}`: the sales of one ledger date (Sales
 * API guide). A client goes on while `hasMore` is true; a page may be empty before that.
 */
export function salesDateRoute(app: FastifyInstance, backend: Backend): void {
	const params = {
		type: 'object',
		properties: { ledgerDate: { type: 'string', format: 'date' } },
	};
	app.get<{ Params: Params; Querystring: PageQuery }>(
		'/sales/report/v1/ledgers/:ledgerId/dates/:ledgerDate',
		{ schema: { params, querystring: pageQuerySchema } },
		(request) => {
			const { ledgerId, ledgerDate } = request.params;
			const { emptyDatePages, dateEndCursor } = backend.switches;
			const sales = ledgerSales(backend, ledgerId).on(ledgerDate);
			const list = `date ${ledgerId} ${ledgerDate}`;
			const cursorTo = (place: Place) => backend.cursors.write(list, JSON.stringify(place));
			const position = positionOf(backend.cursors, list, request.query.cursor);
			const { from, pause } = position
				? (JSON.parse(position) as Place)
				: { from: 0, pause: false };
			if (pause) return { items: [], cursor: cursorTo({ from, pause: false }), hasMore: true };

			const items = sales.slice(from, from + pageSizeOf(request.query));
			const to = from + items.length;
			const hasMore = to < sales.length || (emptyDatePages === 'end' && items.length > 0);
			const next = cursorTo({ from: to, pause: hasMore && emptyDatePages === 'between' });
			if (hasMore || dateEndCursor === 'sent') return { items, cursor: next, hasMore };
			return { items, ...cursorField(dateEndCursor), hasMore };
		},
	);
}

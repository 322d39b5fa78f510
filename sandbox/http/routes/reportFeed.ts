import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { positionOf } from '../paging';
import { withCustomerData } from './customerData';
import {
	ledgerMoney,
	reportPageSize,
	reportSchema,
	type ReportParams,
	type ReportQuery,
} from './reportPages';

/**
 * `GET /report/v2/ledgers/{ledgerId}/{topic}/feed`: the funds or fees of a ledger as a feed (Report
 * API guide). There is always a cursor and never `hasMore`; `tryLater` says that all has been read.
 */
export function reportFeedRoute(app: FastifyInstance, backend: Backend): void {
	app.get<{ Params: ReportParams; Querystring: ReportQuery }>(
		'/report/v2/ledgers/:ledgerId/:topic/feed',
		{ schema: reportSchema },
		(request, reply) => {
			const { ledgerId, topic } = request.params;
			const money = ledgerMoney(backend, request);
			const list = `${topic} feed ${ledgerId}`;
			const from = Number(positionOf(backend.cursors, list, request.query.cursor) ?? 0);
			const pageSize = reportPageSize(backend, reply);
			const onePast = money?.slice(topic, from, from + pageSize + 1) ?? [];
			const items = onePast.slice(0, pageSize).map(withCustomerData(request.query));
			const cursor = backend.cursors.write(list, String(from + items.length));
			return { items, cursor, tryLater: onePast.length <= pageSize };
		},
	);
}

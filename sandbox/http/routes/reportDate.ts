import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { positionOf } from '../paging';
import { Problem } from '../problems';
import { withCustomerData } from './customerData';
import {
	ledgerMoney,
	reportPageSize,
	reportSchema,
	type ReportParams,
	type ReportQuery,
} from './reportPages';

/** What a cursor names: how many entries went before, and whether an empty page comes first. */
interface Place {
	from: number;
	pause: boolean;
}

type Params = ReportParams & { ledgerDate: string };

/**
 * `GET /report/v2/ledgers/{ledgerId}/{topic}/dates/{ledgerDate}`: the funds or fees of one ledger
 * date (Report API guide). There is a cursor only while `hasMore` is true; `tryLater` says that the
 * date is still open.
 */
export function reportDateRoute(app: FastifyInstance, backend: Backend): void {
	const params = {
		type: 'object',
		properties: {
			...reportSchema.params.properties,
			ledgerDate: { type: 'string', format: 'date' },
		},
	};
	app.get<{ Params: Params; Querystring: ReportQuery }>(
		'/report/v2/ledgers/:ledgerId/:topic/dates/:ledgerDate',
		{ schema: { ...reportSchema, params } },
		(request, reply) => {
			const { ledgerId, topic, ledgerDate } = request.params;
			const money = ledgerMoney(backend, request);
			const tryLater = money?.isOpen(ledgerDate) ?? false;
			if (tryLater && backend.switches.openDate === 'notFound') {
				throw new Problem(404, 'The report of this date is not ready');
			}
			const list = `${topic} ${ledgerId} ${ledgerDate}`;
			const cursorTo = (place: Place) => backend.cursors.write(list, JSON.stringify(place));
			const position = positionOf(backend.cursors, list, request.query.cursor);
			const start: Place = { from: 0, pause: false };
			const { from, pause } = position ? (JSON.parse(position) as Place) : start;
			if (pause) {
				return { items: [], cursor: cursorTo({ from, pause: false }), hasMore: true, tryLater };
			}
			const entries = money?.on(topic, ledgerDate) ?? [];
			const to = from + reportPageSize(backend, reply);
			const items = entries.slice(from, to).map(withCustomerData(request.query));
			if (to >= entries.length) return { items, hasMore: false, tryLater };
			const next = { from: to, pause: backend.switches.emptyReportPages === 'between' };
			return { items, cursor: cursorTo(next), hasMore: true, tryLater };
		},
	);
}

import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { ledgersFor } from '../../state/ledgers';
import { ledgersOpenTo } from '../salesUnit';
import { cursorField, positionOf } from '../paging';

const LIST = 'ledgers';

/**
 * What a cursor of the ledger list names: the filter is inside it, so that no other parameter is
 * needed.
 */
interface Place {
	from: number;
	handles: string[];
}

interface Query {
	cursor?: string;
	settlesForRecipientHandles?: string | string[];
}

/**
 * `GET /settlement/v1/ledgers`: the ledgers these keys may read (Report API guide, Get ledgers).
 */
export function ledgersRoute(app: FastifyInstance, backend: Backend): void {
	const querystring = {
		type: 'object',
		properties: {
			cursor: { type: 'string' },
			settlesForRecipientHandles: {
				anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
			},
		},
	};
	app.get<{ Querystring: Query }>(
		'/settlement/v1/ledgers',
		{ schema: { querystring } },
		(request) => {
			const { cursor, settlesForRecipientHandles = [] } = request.query;
			const position = positionOf(backend.cursors, LIST, cursor);
			const { from, handles }: Place =
				position === undefined
					? { from: 0, handles: [settlesForRecipientHandles].flat() }
					: (JSON.parse(position) as Place);
			const ledgers = ledgersFor(ledgersOpenTo(backend, request), handles);
			const to = from + backend.ledgerPageSize;
			const items = ledgers.slice(from, to);
			if (to >= ledgers.length) return { items, ...cursorField(backend.switches.ledgerListEnd) };
			const next: Place = { from: to, handles };
			return { items, cursor: backend.cursors.write(LIST, JSON.stringify(next)) };
		},
	);
}

import type { FastifyInstance } from 'fastify';
import type { Backend } from '../state/backend';
import { complaintAboutInstant } from '../state/clock';
import { complaintAboutFault, faultTable, type Fault } from '../faults/fault';
import { Problem } from './problems';
import { CONTROL_PREFIX } from './requests';
import { ledgerSales, type LedgerParams } from './routes/ledgerSales';
import { complaintAbout, switchTable, type Switches } from '../state/switches';

const clockState = ({ clock }: Backend) => ({
	now: clock.now().toISOString(),
	running: clock.running,
});

/** Every body is JSON here, whatever its type is called, so that plain `curl -d` will do. */
function acceptAnyBody(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, text, done) => {
		try {
			done(null, text === '' ? undefined : (JSON.parse(text) as unknown));
		} catch {
			done(new Problem(400, 'The body is not JSON'));
		}
	});
}

/** The control paths, for tests in another process and for people with curl. They need no token. */
export function controlRoutes(app: FastifyInstance, backend: Backend): void {
	const { clock, faults, switches, requests, tokens } = backend;
	acceptAnyBody(app);

	app.get(`${CONTROL_PREFIX}/clock`, () => clockState(backend));

	app.put<{ Body: { now: string | null } }>(
		`${CONTROL_PREFIX}/clock`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['now'],
					properties: { now: { type: ['string', 'null'] } },
				},
			},
		},
		({ body }) => {
			if (body.now === null) clock.run();
			else {
				const complaint = complaintAboutInstant(body.now);
				if (complaint) throw new Problem(400, complaint);
				clock.set(body.now);
			}
			return clockState(backend);
		},
	);

	app.post<{ Body: { seconds: number } }>(
		`${CONTROL_PREFIX}/clock/advance`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['seconds'],
					properties: { seconds: { type: 'number' } },
				},
			},
		},
		({ body }) => {
			clock.advance(body.seconds);
			return clockState(backend);
		},
	);

	app.get(`${CONTROL_PREFIX}/switches`, () => ({ switches, table: switchTable }));

	app.patch<{ Body: Partial<Switches> }>(`${CONTROL_PREFIX}/switches`, ({ body }) => {
		const complaint = complaintAbout(body);
		if (complaint) throw new Problem(400, complaint);
		Object.assign(switches, body);
		return { switches };
	});

	app.get(`${CONTROL_PREFIX}/faults`, () => ({ faults: faults.list(), table: faultTable }));

	app.post<{ Body: Fault }>(`${CONTROL_PREFIX}/faults`, ({ body }) => {
		const complaint = complaintAboutFault(body);
		if (complaint) throw new Problem(400, complaint);
		faults.add(body);
		return { faults: faults.list() };
	});

	app.delete(`${CONTROL_PREFIX}/faults`, (_request, reply) => {
		faults.clear();
		return reply.code(204).send();
	});

	app.get(`${CONTROL_PREFIX}/requests`, () => ({ requests }));

	app.delete(`${CONTROL_PREFIX}/requests`, (_request, reply) => {
		requests.length = 0;
		return reply.code(204).send();
	});

	app.post(`${CONTROL_PREFIX}/tokens/expire`, (_request, reply) => {
		tokens.expireAll();
		return reply.code(204).send();
	});

	app.get(`${CONTROL_PREFIX}/ledgers`, () => ({ ledgers: backend.ledgers }));

	app.get<{ Params: LedgerParams; Querystring: { date?: string } }>(
		`${CONTROL_PREFIX}/ledgers/:ledgerId/sales`,
		({ params, query }) => {
			const sales = ledgerSales(backend, params.ledgerId);
			return { sales: query.date ? sales.on(query.date) : sales.slice(0, sales.length()) };
		},
	);
}

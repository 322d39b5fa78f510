import type { FastifyInstance } from 'fastify';
import type { Backend } from '../state/backend';
import { complaintAboutInstant } from '../state/clock';
import { complaintAboutFault, faultTable, type Fault } from '../faults/fault';
import { Problem } from './problems';
import { CONTROL_PREFIX } from './requests';
import { known, type LedgerParams } from './routes/ledgerSales';
import { complaintAbout, switchTable, type Switches } from '../state/switches';
import { topics } from '../wire';

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

	truthRoutes(app, backend);
}

/** What the sandbox holds, without pages. */
function truthRoutes(app: FastifyInstance, backend: Backend): void {
	const ofLedger = `${CONTROL_PREFIX}/ledgers/:ledgerId`;
	type Route = { Params: LedgerParams; Querystring: { date?: string } };

	app.get(`${CONTROL_PREFIX}/ledgers`, () => ({ ledgers: backend.ledgers }));

	app.get<Route>(`${ofLedger}/sales`, ({ params: { ledgerId }, query: { date } }) => {
		const sales = known(backend.sales(ledgerId));
		return { sales: date ? sales.on(date) : sales.all() };
	});

	for (const topic of topics) {
		app.get<Route>(`${ofLedger}/${topic}`, ({ params: { ledgerId }, query: { date } }) => {
			const money = known(backend.money(ledgerId));
			return { [topic]: date ? money.on(topic, date) : money.all(topic) };
		});
	}
}

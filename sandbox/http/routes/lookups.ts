import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { Problem } from '../problems';
import type { SalesEntry } from '../../wire';
import { ledgerSales, type LedgerParams } from './ledgerSales';

/** The answer of a look-up in the envelope and the reading that the switches choose. */
function answer(backend: Backend, found: SalesEntry[]) {
	const { lookupEnvelope, unknownReference } = backend.switches;
	const [first] = found;
	if (first === undefined && unknownReference === 'notFound') {
		throw new Problem(404, 'No sale with this reference on this ledger');
	}
	if (lookupEnvelope === 'array') return found;
	if (lookupEnvelope === 'object' && first && found.length === 1) return first;
	return { items: found };
}

/**
 * `GET …/references/{reference}`: all captures and refunds of one order. `GET
 * …/psp-references/{pspReference}`: one of them (Sales API guide).
 */
export function lookupRoutes(app: FastifyInstance, backend: Backend): void {
	const find = (ledgerId: string, wanted: (entry: SalesEntry) => boolean) => {
		return answer(backend, ledgerSales(backend, ledgerId).all().filter(wanted));
	};
	app.get<{ Params: LedgerParams & { reference: string } }>(
		'/sales/report/v1/ledgers/:ledgerId/references/:reference',
		({ params }) => find(params.ledgerId, (entry) => entry.reference === params.reference),
	);
	app.get<{ Params: LedgerParams & { pspReference: string } }>(
		'/sales/report/v1/ledgers/:ledgerId/psp-references/:pspReference',
		({ params }) => find(params.ledgerId, (entry) => entry.pspReference === params.pspReference),
	);
}

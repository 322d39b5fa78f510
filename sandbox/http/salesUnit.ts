import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Backend } from '../state/backend';
import { ledgersOfUnit, type SalesUnitKeys } from '../state/salesUnitKeys';
import type { Ledger } from '../wire';
import { gatewayBody } from './problems';
import { pathOf } from './requests';

/** The access token of a call, behind `Bearer `. */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
	/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];

/** Whether a call has the subscription key and the serial number of this sales unit. */
export const namesSalesUnit = (
	{ subscriptionKey, merchantSerialNumber }: SalesUnitKeys,
	headers: FastifyRequest['headers'],
): boolean =>
	headers['ocp-apim-subscription-key'] === subscriptionKey &&
	headers['merchant-serial-number'] === merchantSerialNumber;

const isOfSalesUnit = (backend: Backend, request: FastifyRequest) =>
	backend.tokens.isOfSalesUnit(bearerOf(request) ?? '');

/** The ledgers that the token of a call opens. */
export function ledgersOpenTo(backend: Backend, request: FastifyRequest): Ledger[] {
	const granted = backend.ledgers.filter(({ ledgerId }) => !backend.withdrawn.has(ledgerId));
	return isOfSalesUnit(backend, request) ? ledgersOfUnit(granted, backend.salesUnit) : granted;
}

/**
 * Refuses what the keys of a sales unit do not open: calls without its headers, the Sales API, and reports while the switch says so. UNKNOWN:
 * with which status Vipps does. Tokens of accounting keys pass.
 */
export function limitSalesUnit(app: FastifyInstance, backend: Backend): void {
	app.addHook('onRequest', async (request, reply) => {
		if (!isOfSalesUnit(backend, request)) return;
		const refuse = async (status: 401 | 403, message: string) =>
			await reply.code(status).send(gatewayBody(status, message));
		if (!namesSalesUnit(backend.salesUnit, request.headers)) {
			return await refuse(401, 'Access denied due to invalid subscription key.');
		}
		if (pathOf(request).startsWith('/sales/')) {
			return await refuse(403, 'The Sales API is open to accounting partners only.');
		}
		const { salesUnitReports } = backend.switches;
		if (salesUnitReports === 'forbidden') return await refuse(403, 'Forbidden');
		if (salesUnitReports === 'unauthorized') return await refuse(401, 'Unauthorized');
	});
}

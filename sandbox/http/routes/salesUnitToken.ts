import type { FastifyInstance } from 'fastify';
import type { Backend } from '../../state/backend';
import { SALES_UNIT_TOKEN_LIFE_S } from '../../state/salesUnitKeys';
import { gatewayBody, oauthBody } from '../problems';
import { namesSalesUnit } from '../salesUnit';
import { acceptAnyBody } from './token';

/**
 * `POST /accesstoken/get`: an access token for the keys of a sales unit (Access token guide). The keys are headers, the body is empty. UNKNOWN:
 * what a wrong Merchant-Serial-Number is answered; it is refused here, so that a client that sends none is noticed.
 */
export function salesUnitTokenRoute(app: FastifyInstance, backend: Backend): void {
	void app.register(async (scope) => {
		acceptAnyBody(scope);
		scope.post('/accesstoken/get', (request, reply) => {
			const { headers } = request;
			if (!namesSalesUnit(backend.salesUnit, headers)) {
				const message = 'Access denied due to invalid subscription key.';
				return reply.code(401).send(gatewayBody(401, message));
			}
			if (headers.client_id !== backend.salesUnit.clientId) {
				return reply.code(400).send(oauthBody('unauthorized_client', 'Application was not found'));
			}
			if (headers.client_secret !== backend.salesUnit.clientSecret) {
				return reply.code(401).send(oauthBody('invalid_client', 'Invalid client secret provided'));
			}
			const { salesUnitExpiresIn } = backend.switches;
			const life = SALES_UNIT_TOKEN_LIFE_S;
			return reply.send({
				token_type: 'Bearer',
				...(salesUnitExpiresIn !== 'absent' && {
					expires_in: salesUnitExpiresIn === 'string' ? String(life) : life,
				}),
				access_token: backend.tokens.issue({ lifeSeconds: life, isOfSalesUnit: true }),
			});
		});
	});
}

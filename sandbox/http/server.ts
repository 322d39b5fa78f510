import fastify, { type FastifyInstance } from 'fastify';
import type { Backend } from '../state/backend';
import { controlRoutes } from './control';
import { misbehave } from './faults';
import {
	answerRefusals,
	perhapsRequireSystemHeaders,
	requireBearer,
	sendProblem,
} from './refusals';
import { rememberAnswers } from './answerCache';
import { recordRequests } from './requests';
import { ledgersRoute } from './routes/ledgers';
import { lookupRoutes } from './routes/lookups';
import { reportDateRoute } from './routes/reportDate';
import { reportFeedRoute } from './routes/reportFeed';
import { salesUnitTokenRoute } from './routes/salesUnitToken';
import { limitSalesUnit } from './salesUnit';
import { salesDateRoute } from './routes/salesDate';
import { salesFeedRoute } from './routes/salesFeed';
import { tokenRoute } from './routes/token';

/**
 * The HTTP surface: what Vipps has, and beside it the control paths. What Vipps would do before it
 * looks at a call (refuse it, slow it down) is a hook on `vipps`.
 */
export function createServer(backend: Backend): FastifyInstance {
	const app = fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 1000 },
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true } },
		frameworkErrors: (error, request, reply) => {
			void sendProblem(error, request, reply, backend);
		},
	});
	recordRequests(app, backend);
	answerRefusals(app, backend);

	void app.register(async (vipps) => {
		misbehave(vipps, backend);
		perhapsRequireSystemHeaders(vipps, backend);
		tokenRoute(vipps, backend);
		salesUnitTokenRoute(vipps, backend);
		void vipps.register(async (guarded) => {
			requireBearer(guarded, backend);
			limitSalesUnit(guarded, backend);
			if (backend.rememberAnswers) rememberAnswers(guarded, backend);
			ledgersRoute(guarded, backend);
			salesFeedRoute(guarded, backend);
			salesDateRoute(guarded, backend);
			lookupRoutes(guarded, backend);
			reportDateRoute(guarded, backend);
			reportFeedRoute(guarded, backend);
		});
	});
	void app.register(async (control) => controlRoutes(control, backend));
	return app;
}

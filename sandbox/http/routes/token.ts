import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../../state/backend';
import { oauthBody } from '../problems';

/** Client id and secret of a Basic header; undefined when there is none that can be read. */
function keysIn(authorization: string | undefined): [string, string] | undefined {
	const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const text = Buffer.from(encoded, 'base64').toString();
	const colon = text.indexOf(':');
	return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}

function refuse(reply: FastifyReply, status: 400 | 401, error: string, description: string) {
	return reply.code(status).send(oauthBody(error, description));
}

function grantTypeIn(request: FastifyRequest): string | null {
	const type = request.headers['content-type'] ?? '';
	if (!/^application\/x-www-form-urlencoded(;|$)/i.test(type)) return null;
	return new URLSearchParams(String(request.body ?? '')).get('grant_type');
}

/** Takes a body of any type, and none, as a text. */
export function acceptAnyBody(scope: FastifyInstance): void {
	scope.removeAllContentTypeParsers();
	scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
		done(null, body),
	);
}

/**
 * `POST /miami/v1/token`: an access token for accounting keys (Access token guide, specialized
 * authentication).
 */
export function tokenRoute(app: FastifyInstance, backend: Backend): void {
	void app.register(async (scope) => {
		acceptAnyBody(scope);
		scope.post('/miami/v1/token', (request, reply) => {
			if (request.headers['ocp-apim-subscription-key'] !== undefined) {
				return refuse(reply, 400, 'invalid_client', 'Ocp-Apim-Subscription-Key must not be sent');
			}
			const [clientId, clientSecret] = keysIn(request.headers.authorization) ?? [];
			if (clientId !== backend.clientId || clientSecret !== backend.clientSecret) {
				return refuse(reply, 401, 'invalid_client', 'Client authentication failed');
			}
			const grantType = grantTypeIn(request);
			if (grantType === null) {
				return refuse(
					reply,
					400,
					'invalid_client',
					'grant_type=client_credentials is missing from the form-urlencoded body',
				);
			}
			if (grantType !== 'client_credentials') {
				return refuse(
					reply,
					400,
					'unsupported_grant_type',
					'grant_type must be client_credentials',
				);
			}
			const { lifeSeconds } = backend.tokens;
			const { expiresIn } = backend.switches;
			return reply.send({
				access_token: backend.tokens.issue(),
				token_type: 'Bearer',
				...(expiresIn !== 'absent' && {
					expires_in: expiresIn === 'string' ? String(lifeSeconds) : lifeSeconds,
				}),
			});
		});
	});
}

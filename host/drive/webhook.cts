import { setTimeout as sleep } from 'node:timers/promises';

/** n8n registers the webhooks of its workflows some time after its API is available. */
const REGISTRATION_LIMIT_MS = 60_000;

/**
 * Starts a published workflow by a POST to its webhook. If n8n does not know the webhook yet, the call is repeated.
 *
 * @param path behind `/webhook/`
 */
export async function callWebhook(
	serverUrl: string,
	path: string,
	body?: object,
): Promise<Response> {
	const deadline = Date.now() + REGISTRATION_LIMIT_MS;
	for (;;) {
		const answer = await fetch(`${serverUrl}/webhook/${path}`, {
			method: 'POST',
			// A busy n8n may close a kept connection at the moment when it is used again.
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(200);
	}
}

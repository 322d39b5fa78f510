import { setTimeout as sleep } from 'node:timers/promises';

/** n8n registers the webhooks of its workflows some moments after it has answered its own interface. */
const REGISTRATION_LIMIT_MS = 60_000;

/**
 * Starts a published workflow by a POST to its webhook; an n8n that has just been started is given time to know it.
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
			// A connection that is kept may be closed by a busy n8n just when it is used again.
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(200);
	}
}

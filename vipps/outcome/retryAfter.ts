import { DateTime } from 'luxon';

import type { Answer } from './answer';
import { readProblem } from './problem';

/**
 * The delay in milliseconds that an answer asks for: its `Retry-After`, in seconds or as an HTTP date (compared with the server's own
 * clock if the answer tells it), else the gateway's words. Undefined if it asks for none.
 */
export function retryAfter(answer: Answer, now = Date.now()): number | undefined {
	const header = String(answer.headers['retry-after'] ?? '').trim();
	if (/^\d+(?:\.\d+)?$/.test(header)) return Number(header) * 1000;
	const until = DateTime.fromHTTP(header);
	if (!until.isValid) return delayInWords(answer);
	const serverNow = DateTime.fromHTTP(String(answer.headers.date ?? ''));
	return Math.max(0, until.toMillis() - (serverNow.isValid ? serverNow.toMillis() : now));
}

/** `Rate limit is exceeded. Try again in 12 seconds.`, `Quota will be replenished in 00:00:12.` Source: Azure API Management. */
function delayInWords({ status, body }: Answer): number | undefined {
	if (status !== 403 && status !== 429) return undefined;
	const { reason = '' } = readProblem(body) ?? {};
	const seconds = /\btry again in (\d{1,9}) seconds/i.exec(reason)?.[1];
	if (seconds !== undefined) return Number(seconds) * 1000;
	const clock = /\breplenished in (\d{1,4}):(\d\d):(\d\d)/i.exec(reason);
	if (clock === null) return undefined;
	const [hours = 0, minutes = 0, rest = 0] = clock.slice(1).map(Number);
	return ((hours * 60 + minutes) * 60 + rest) * 1000;
}

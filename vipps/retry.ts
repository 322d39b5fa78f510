import { isPassing, type Outcome } from './answer';

/** How often a call is sent at most, the first time included. */
export const MAX_TRIES = 5;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A server that asks for more patience than this gets the run ended instead. */
const MOST_PATIENCE_MS = 120_000;

/**
 * How long to wait before a call is sent again: what the server asks for, or a random time below a bound that doubles with
 * every try, whichever is longer. Undefined when it is not to be sent again.
 *
 * @param tries how often it was sent, from 1
 */
export function waitBeforeRetry(
	tries: number,
	outcome: Outcome,
	random = Math.random(),
): number | undefined {
	const asked = askedWait(outcome) ?? 0;
	if (!isPassing(outcome) || tries >= MAX_TRIES || asked > MOST_PATIENCE_MS) return undefined;
	const bound = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
	return Math.max(Math.round(bound * random), asked);
}

/**
 * The `Retry-After` of an answer in milliseconds, from seconds or from an HTTP date, the latter by the server's own clock
 * where it tells it; undefined where it asks for none.
 */
export function askedWait({ headers = {} }: Outcome, now = Date.now()): number | undefined {
	const asked = String(headers['retry-after'] ?? '').trim();
	if (/^\d+$/.test(asked)) return Number(asked) * 1000;
	const until = Date.parse(asked);
	if (Number.isNaN(until)) return undefined;
	const serverNow = Date.parse(String(headers.date));
	return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow));
}

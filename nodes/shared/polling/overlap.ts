import type { IPollFunctions } from 'n8n-workflow';

/** By workflow and node: until when planned polls stay out of the way, in milliseconds since 1970. */
const closed = new Map<string, number>();

/** Only a poll that n8n's durable scheduler has planned is told to end within a minute. */
const MINUTE_MS = 60_000;
/** So long n8n may take to keep what a poll at activation has brought: a planned poll would begin before it. */
const KEEPING_MS = 30_000;

/**
 * Polls, unless it is a poll that the durable scheduler has planned and the one at activation is still under way or not kept yet: the
 * scheduler does not know of that one, and both would bring the same sales. The state stays as it is then, and the next poll goes on.
 *
 * @returns null where it did not poll
 */
export async function inTurn<Result>(
	context: IPollFunctions,
	poll: () => Promise<Result>,
): Promise<Result | null> {
	const { getPollBudgetMs } = context as { getPollBudgetMs?: () => number };
	// Older hosts have no such scheduler.
	if (getPollBudgetMs === undefined) return await poll();
	const isPlanned = getPollBudgetMs.call(context) < MINUTE_MS;
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	if (isPlanned) return Date.now() < (closed.get(key) ?? 0) ? null : await poll();
	closed.set(key, Infinity);
	try {
		return await poll();
	} finally {
		closed.set(key, Date.now() + KEEPING_MS);
	}
}

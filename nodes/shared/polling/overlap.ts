import type { IPollFunctions } from 'n8n-workflow';

import { pollStartedBy } from '../../../vipps/hostVersions';

/** By workflow and node: until when planned polls are skipped, in milliseconds since 1970. */
const blockedUntil = new Map<string, number>();

/** How long n8n may take to keep the state of a poll at activation. A planned poll would start from the state before it. */
const KEEPING_MS = 30_000;

/**
 * Polls, except if the durable scheduler planned this poll and the poll at activation is still pending or not kept yet: the scheduler does
 * not know of that one, and both would give the same items. The state stays as it is then, and the next poll continues.
 *
 * @returns null if it did not poll
 */
export async function withoutOverlap<Result>(
	context: IPollFunctions,
	poll: () => Promise<Result>,
): Promise<Result | null> {
	const startedBy = pollStartedBy(context);
	if (startedBy === undefined) return await poll();
	const key = `${context.getWorkflow().id}/${context.getNode().id}`;
	if (startedBy === 'scheduler') {
		return Date.now() < (blockedUntil.get(key) ?? 0) ? null : await poll();
	}
	blockedUntil.set(key, Infinity);
	try {
		return await poll();
	} finally {
		blockedUntil.set(key, Date.now() + KEEPING_MS);
	}
}

import type { RecordedRequest } from '../../../../sandbox/index.ts';

/** A run that a limit has interrupted. The three times add up to its whole time on the wire, in milliseconds. */
export interface LimitedRun {
	/** From the first call to the first 429. */
	refusedAfterMs: number;
	/** From the first 429 to the next call after it. */
	waitedMs: number;
	/** From that call to the last answer. */
	restMs: number;
}

/** The times of a run with a limit; undefined if no call was refused, or none followed. */
export function limitedRunOf(
	calls: Array<Pick<RecordedRequest, 'at' | 'ms' | 'status'>>,
): LimitedRun | undefined {
	const ends = (status: number) =>
		calls.filter((call) => call.status === status).map(({ at, ms }) => at + ms);
	const refused = ends(429);
	const begin = Math.min(...calls.map(({ at }) => at));
	const refusedAt = Math.min(...refused);
	const goesOnAt = Math.min(...calls.map(({ at }) => at).filter((at) => at > Math.max(...refused)));
	if (refused.length === 0 || !Number.isFinite(goesOnAt)) return undefined;
	return {
		refusedAfterMs: refusedAt - begin,
		waitedMs: goesOnAt - refusedAt,
		restMs: Math.max(...ends(200)) - goesOnAt,
	};
}

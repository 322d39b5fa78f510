import type { RecordedRequest } from '../../../../sandbox/index.ts';

/** A run that came upon a limit, in milliseconds: together its whole time on the wire. */
export interface LimitedRun {
	/** From its first call to the first answer that refused one. */
	refusedAfterMs: number;
	/** From there to the next call: what Vipps asked to wait, and what was still under way. */
	waitedMs: number;
	/** From there to its last answer. */
	restMs: number;
}

/** What a limit did to a run, from its calls; undefined where none was refused by one, or no more was called. */
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

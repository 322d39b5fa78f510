/** How many calls one run of a node has in flight at most, unless the user says otherwise. */
export const DEFAULT_LANES = 15;

/** The least that Vipps is taken to take, in calls per second; a server that takes fewer asks to wait again. */
const LEAST_PER_SECOND = 4;

/** What is left of the lanes after a refusal: what CUBIC leaves of a window (RFC 9438). */
const LEFT_OVER = 0.7;

/** The lanes that all calls of one run share, so that Vipps is never asked for too much at once. */
export interface Lanes {
	/** How many there are now. */
	readonly size: number;
	/** Makes a call as soon as a lane is free and Vipps has not asked to wait. */
	run<Result>(call: () => Promise<Result>): Promise<Result>;
	/**
	 * Vipps had too much: to be said before the refused call gives its lane free. All lanes wait so long. For the rest of the
	 * run there are fewer lanes, and no more calls are started than Vipps took before it refused one, in as much time as
	 * passed until it took calls again.
	 */
	slowDown(waitMs: number): void;
	/** The run is over: no call starts any more. */
	close(): void;
}

/**
 * Lanes of which all are free.
 *
 * @param wait waits so many milliseconds, or throws when the run is ended meanwhile
 * @param now the clock, in milliseconds
 */
export function createLanes(
	size: number,
	wait: (milliseconds: number) => Promise<void>,
	now: () => number = Date.now,
): Lanes {
	const queue: Array<() => void> = [];
	let open = size;
	let busy = 0;
	let underWay = 0;
	let isUnderWay = false;
	let isClosed = false;
	let heldUntil = 0;
	/** What Vipps takes; known once it has refused a call. */
	let ration = { calls: Infinity, windowMs: 1 };
	/** The calls started since it last began to take calls. */
	let window = { since: 0, calls: 0 };

	const admit = () => {
		// The first call goes alone: it may have to fetch the token for all.
		while (queue.length > 0 && busy < (isUnderWay ? open : 1)) {
			busy++;
			queue.shift()?.();
		}
	};
	const enter = async () =>
		await new Promise<void>((resolve) => {
			queue.push(resolve);
			admit();
		});
	const leave = () => {
		busy--;
		isUnderWay = true;
		admit();
	};
	const untilNextStart = () => {
		const end = window.since + ration.windowMs;
		if (window.calls >= ration.calls && end <= now()) window = { since: now(), calls: 0 };
		return Math.max(heldUntil, window.calls < ration.calls ? 0 : end) - now();
	};
	const awaitStart = async () => {
		for (let left = untilNextStart(); left > 0; left = untilNextStart()) await wait(left);
		if (window.calls === 0) window.since = now();
		window.calls++;
	};

	return {
		get size() {
			return open;
		},
		async run(call) {
			await enter();
			try {
				await awaitStart();
				if (isClosed) throw new Error('The run is over');
				underWay++;
				return await call().finally(() => underWay--);
			} finally {
				leave();
			}
		},
		slowDown(waitMs) {
			// Calls that were under way together are refused together: that is one finding, not several.
			const isNew = heldUntil <= now();
			heldUntil = Math.max(heldUntil, now() + waitMs);
			if (!isNew) return;
			const windowMs = heldUntil - window.since;
			const taken = window.calls - underWay;
			const calls = Math.max(taken, Math.ceil((windowMs * LEAST_PER_SECOND) / 1000));
			if (calls / windowMs < ration.calls / ration.windowMs) ration = { calls, windowMs };
			window = { since: heldUntil, calls: 0 };
			open = Math.max(1, Math.floor(open * LEFT_OVER));
		},
		close: () => void (isClosed = true),
	};
}

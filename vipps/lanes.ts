import { cancelSignal, pause, type VippsContext } from './context';

/** How many calls one run of a node has in flight at most, unless the user says otherwise. */
export const DEFAULT_LANES = 6;

/** The longest time between two starts; a server that takes fewer calls than that asks to wait again. */
const LONGEST_SPACING_MS = 250;

/** The lanes that all calls of one run share, so that Vipps is never asked for too much at once. */
export interface Lanes {
	/** How many there are now. */
	readonly size: number;
	/** Makes a call as soon as a lane is free and Vipps has not asked to wait. */
	run<Result>(call: () => Promise<Result>): Promise<Result>;
	/**
	 * Vipps had too much. All lanes wait so long; for the rest of the run there are half as many, and calls start no faster
	 * than Vipps took them before.
	 */
	slowDown(waitMs: number): void;
	/** The run is over: no call starts any more. */
	close(): void;
}

const opened = new WeakMap<VippsContext, Lanes>();

/** The lanes of a run: those that were opened for it, else {@link DEFAULT_LANES}. */
export const lanesOf = (context: VippsContext): Lanes =>
	opened.get(context) ?? openLanes(context, DEFAULT_LANES);

/** Opens the lanes of a run; before its first call. */
export function openLanes(context: VippsContext, size: number): Lanes {
	const lanes = createLanes(size, async (milliseconds) => {
		await pause(context, milliseconds);
		if (cancelSignal(context)?.aborted) throw new Error('The run was cancelled');
	});
	opened.set(context, lanes);
	return lanes;
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
	let isUnderWay = false;
	let isClosed = false;
	let heldUntil = 0;
	let lastStart = 0;
	let spacing = 0;
	/** Since the last hold: when the first call started, and how many did. */
	let pace = { since: 0, calls: 0 };

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
	const awaitStart = async () => {
		while (heldUntil > now()) await wait(heldUntil - now());
		lastStart = Math.max(now(), lastStart + spacing);
		if (lastStart > now()) await wait(lastStart - now());
		if (pace.calls === 0) pace.since = now();
		pace.calls++;
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
				return await call();
			} finally {
				leave();
			}
		},
		slowDown(waitMs) {
			// Calls that were under way together are refused together: that is one finding, not several.
			const isNew = heldUntil <= now();
			heldUntil = Math.max(heldUntil, now() + waitMs);
			if (!isNew) return;
			const taken = Math.max(1, pace.calls - busy);
			spacing = Math.max(spacing, Math.min((heldUntil - pace.since) / taken, LONGEST_SPACING_MS));
			pace = { since: heldUntil, calls: 0 };
			open = Math.max(1, Math.ceil(open / 2));
		},
		close: () => void (isClosed = true),
	};
}

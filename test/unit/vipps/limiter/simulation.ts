import { MAX_CONCURRENCY } from '../../../../vipps/limiter/concurrency';
import { createLimiter } from '../../../../vipps/limiter/limiter';
import type { Verdict } from '../../../../vipps/limiter/rate';

/** A clock that moves only while somebody waits. */
export function simulatedClock() {
	let time = 0;
	const timers: Array<{ at: number; wake: () => void }> = [];
	const settle = async () => {
		for (let tick = 0; tick < 20; tick++) await Promise.resolve();
	};
	return {
		now: () => time,
		wait: async (milliseconds: number) =>
			await new Promise<void>((wake) => timers.push({ at: time + milliseconds, wake })),
		/** Lets time go by until the work is done. Gives the time it took. */
		async drive(work: Promise<unknown>): Promise<number> {
			let isDone = false;
			void work.then(() => (isDone = true));
			for (await settle(); !isDone; await settle()) {
				timers.sort((a, b) => a.at - b.at);
				const timer = timers.shift();
				if (!timer) throw new Error('Nobody waits, and nothing is done');
				time = timer.at;
				timer.wake();
			}
			return time;
		},
	};
}

/** A call as the server sees it. */
export interface Arrival {
	/** Counted from 1. */
	number: number;
	at: number;
	/** Pending calls, this one included. */
	pending: number;
}

/** What the server makes of it. */
export interface Reply {
	latency: number;
	verdict?: Verdict;
}

export const after = (latency: number) => (): Reply => ({ latency });

/** Makes calls to a server, each again until it is answered well. */
export async function callAll(
	count: number,
	serve: (arrival: Arrival) => Reply,
	most = MAX_CONCURRENCY,
) {
	const clock = simulatedClock();
	const limiter = createLimiter(most, clock.wait, clock.now);
	const seen = { number: 0, pending: 0, most: 0, refused: 0, failed: 0 };
	const send = async (): Promise<{ verdict: Verdict }> => {
		seen.most = Math.max(seen.most, ++seen.pending);
		const { number, pending } = { ...seen, number: ++seen.number };
		const { latency, verdict = 'fine' } = serve({ number, at: clock.now(), pending });
		await clock.wait(latency);
		seen.pending--;
		if (verdict === 'failed') seen.failed++;
		else if (verdict !== 'fine') seen.refused++;
		return { verdict };
	};
	const callUntilFine = async () => {
		for (let tries = 1; tries <= 5; tries++) {
			if ((await limiter.run(send, tries > 1)).verdict === 'fine') return;
		}
		throw new Error('Five tries were not enough');
	};
	const duration = await clock.drive(Promise.all(Array.from({ length: count }, callUntilFine)));
	return { ...seen, duration };
}

/** A server that takes so many calls in any second, and asks to wait for a second. */
export const limitedTo = (perSecond: number, latency = 40) => {
	const taken: number[] = [];
	return ({ at }: Arrival): Reply => {
		const arrives = at + latency;
		const isTaken = taken.filter((time) => arrives - time < 1000).length < perSecond;
		if (isTaken) taken.push(arrives);
		return isTaken ? { latency } : { latency, verdict: { delayMs: 1000 } };
	};
};

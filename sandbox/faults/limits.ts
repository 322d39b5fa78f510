import { createCongestion } from './congestion';
import type { Fault } from './fault';

/** Standing limits that the faults `rateLimit`, `shortToken` and `congested` set. */
export interface Limits {
	/** Whether this call is one too many within the running second; counts it. */
	isTooMany(fault: Fault): boolean;
	/** Whether this token has served its calls; counts the call. */
	isWornOut(fault: Fault, token: string): boolean;
	/** Waits until a call has had its turn and was worked on; false: too many wait already. */
	takeTurn(fault: Fault): Promise<boolean>;
}

/** Nothing counted yet. */
export function createLimits(): Limits {
	const calledAt = new WeakMap<Fault, number[]>();
	const uses = new Map<string, number>();
	return {
		takeTurn: createCongestion(),
		isTooMany(fault) {
			const { calls = 10 } = fault;
			const now = performance.now();
			const recent = (calledAt.get(fault) ?? []).filter((at) => now - at < 1000);
			const isTooMany = recent.length >= calls;
			calledAt.set(fault, isTooMany ? recent : [...recent, now]);
			return isTooMany;
		},
		isWornOut({ calls = 10 }, token) {
			const count = uses.get(token) ?? 0;
			uses.set(token, count + 1);
			return count >= calls;
		},
	};
}

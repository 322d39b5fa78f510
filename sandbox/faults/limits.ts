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
	const recent: number[] = [];
	const uses = new Map<string, number>();
	return {
		takeTurn: createCongestion(),
		isTooMany({ calls = 10 }) {
			const now = performance.now();
			while (recent.length > 0 && now - (recent[0] ?? now) >= 1000) recent.shift();
			if (recent.length >= calls) return true;
			recent.push(now);
			return false;
		},
		isWornOut({ calls = 10 }, token) {
			const count = uses.get(token) ?? 0;
			uses.set(token, count + 1);
			return count >= calls;
		},
	};
}

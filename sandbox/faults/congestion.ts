import { sleep } from 'n8n-workflow';

import type { Fault } from './fault';

interface Line {
	working: number;
	waiting: Array<() => void>;
}

/** A server that answers the later the more calls it has: see `takeTurn` of the limits. */
export function createCongestion(): (fault: Fault) => Promise<boolean> {
	const lines = new WeakMap<Fault, Line>();
	return async (fault) => {
		const { calls = 10, everyMs = 1000, waiting = Infinity } = fault;
		const line = lines.get(fault) ?? { working: 0, waiting: [] };
		lines.set(fault, line);
		if (line.working < calls) line.working++;
		else if (line.waiting.length >= waiting) return false;
		else await new Promise<void>((start) => line.waiting.push(start));
		await sleep(everyMs);
		const next = line.waiting.shift();
		// The next call takes over this one's place.
		if (next) next();
		else line.working--;
		return true;
	};
}

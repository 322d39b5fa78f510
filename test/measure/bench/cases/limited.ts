import type { Case } from './case';
import { dates, ledgers, type PlainCase } from './plain';

const LATENCY_MS = 40;
/** Batches begin this far apart, so that each second of a limit has only one of them. */
const BATCH_INTERVAL_MS = 1050;
/** The calls that a server under load answers at a time, and those it lets wait: with more, it refuses. */
const congestion = { calls: 25, waiting: 75 };

/** A server with a limit. HTTP Request takes batches of just that size, as if its user knew the limit. */
const limited = (plain: PlainCase, callsPerSecond: number): Case => ({
	...plain,
	...{ mode: 'turns', latencyMs: LATENCY_MS, callsPerSecond, warmUps: 1 },
	runs: plain.fewestCalls / callsPerSecond > 10 ? 2 : 5,
	name: `${plain.name}-limit-${callsPerSecond}`,
	title: `${plain.title}, ${callsPerSecond} calls a second`,
	contenders: ['node', 'peerUnpaged', 'peerInBatches'],
	batch: { batchSize: callsPerSecond, batchInterval: BATCH_INTERVAL_MS },
	faults: [{ kind: 'rateLimit', path: '/sales/', calls: callsPerSecond }],
	leastMs: Math.floor((plain.fewestCalls - 1) / callsPerSecond) * 1000 + LATENCY_MS,
});

/** A server that answers later the more calls it has, and refuses when it has too many. */
const congested = (plain: PlainCase): Case => ({
	...plain,
	...{ mode: 'turns', runs: 7, warmUps: 2 },
	name: `${plain.name}-congested`,
	title: `${plain.title}, ${congestion.calls} calls at a time, ${LATENCY_MS} ms each`,
	contenders: ['node', 'peerUnpaged', 'peerInBatches'],
	batch: { batchSize: congestion.calls, batchInterval: LATENCY_MS },
	faults: [{ kind: 'congested', path: '/sales/', everyMs: LATENCY_MS, ...congestion }],
	leastMs: Math.ceil(plain.fewestCalls / congestion.calls) * LATENCY_MS,
});

/** The cases of a server that does not take all calls at once. */
export const limitedCases: Case[] = [
	limited(dates, 20),
	limited(ledgers(40), 20),
	limited(ledgers(400), 20),
	limited(ledgers(400), 100),
	congested(ledgers(400)),
];

import type { Case, Contender } from './case';
import { limitedCases } from './limited';
import { dates, feed, feedOfFunds, ledgers, monthOfFunds, type PlainCase } from './plain';
import { few, running, turns } from './running';

const LATENCY_MS = 40;

const alone = (plain: PlainCase, contenders: Contender[], runs: number, warmUps: number): Case => ({
	...plain,
	...{ mode: 'alone', contenders, runs, warmUps },
});

const everyone: Contender[] = ['node', 'peer', 'bareNode', 'axios'];

/** The cases in processes of their own. Shorter runs are repeated more often. */
const processes: Case[] = [
	alone(feed(1_000), everyone, 11, 11),
	alone(feed(10_000), everyone, 11, 11),
	alone(feed(100_000), everyone, 7, 3),
	alone(feed(1_000_000), everyone, 2, 1),
	{
		...alone(feed(1_000, 10), everyone, 11, 11),
		name: 'calls-100',
		title: 'Feed of 1 000 entries in 100 calls',
	},
	alone(ledgers(2000), ['node', 'peerUnpaged'], 3, 1),
	{
		...alone(feed(100_000), ['node', 'peer', 'axios'], 5, 2),
		name: 'feed-100000-token',
		title: 'Feed of 100 000 entries, the token dies twice',
		startsWithDeadToken: true,
		tokens: 3,
		// There are a hundred pages, so the first token and the next one expire.
		faults: [{ kind: 'shortToken', calls: 34 }],
	},
	{
		...alone(dates, ['node', 'peer', 'axios'], 5, 3),
		name: 'dates-31-dead-token',
		title: '31 dates of one ledger, begun with a dead token',
		latencyMs: LATENCY_MS,
		startsWithDeadToken: true,
		tokens: 1,
	},
];

/** Those of Vipps Sales, in the order of their report. */
export const salesCases: Case[] = [...running, ...limitedCases, ...processes];

/** Those of Vipps Settlement. */
export const settlementCases: Case[] = [
	few(turns(monthOfFunds, ['node', 'peer'], LATENCY_MS)),
	alone(feedOfFunds, ['node', 'bareNode'], 2, 1),
];

export const cases: Case[] = [...salesCases, ...settlementCases];

/** The cases to profile: short and long feeds, many short answers, and a first execution. */
export const profiled = ['feed-1000', 'feed-1000000', 'ledgers-400-40ms', 'dates-31-first'];

import type { Fault, SandboxOptions } from '../../../../sandbox/index';
import { grouped } from '../../figures/section';

/** What a case fetches: the whole feed of each ledger, or its sales on each of these dates. */
export interface Work {
	ledgerIds: string[];
	/** In order, without gaps. */
	dates?: string[];
}

/** The implementations to compare. `node@8` is Vipps Sales with eight calls at once at most, `bareNode` a minimal node of n8n. */
export type Contender =
	| 'node'
	| `node@${number}`
	| 'peer'
	| 'peerAtDefaultPage'
	| 'bareNode'
	| 'axios';

/** One case of the benchmark. */
export interface Case {
	name: string;
	title: string;
	/** The options of the sandbox. */
	sandbox: SandboxOptions & { now: string };
	/** The latency of every answer, in milliseconds. */
	latencyMs: number;
	/** Further faults, which are set again for every run. */
	faults: Fault[];
	work: Work;
	contenders: Contender[];
	/** The page size of all contenders. By default each uses its own. */
	pageSize?: number;
	/** The number of entries of a feed. */
	entries?: number;
	/** The fewest possible calls, without those for tokens. */
	fewestCalls: number;
	/** The number of tokens that a run needs. */
	tokens: number;
	/** The sandbox's limit of calls per second, if there is one. */
	callsPerSecond?: number;
	/** Whether the stored token has expired since the previous run, as in an hourly workflow. */
	startsWithDeadToken: boolean;
	/** Whether the contenders take turns in one n8n that runs for long; the time is that of the whole execution. */
	isServed?: boolean;
	/** The number of measured runs. */
	runs: number;
	/** The number of runs before them that are not measured: code that has run often is compiled better. */
	warmUps: number;
}

/** The page size of the axios loop, and of the peer unless it uses the API's default of 100. */
export const PAGE_SIZE = 1000;

const LATENCY_MS = 40;
const CALLS_PER_SECOND = 20;
const OFTEN = 25;
/** A date on which every ledger's sales fit one page. */
const DAY = '2026-05-15';
const feedLedger = '302321';
/** A ledger whose every date is a single page. */
const quietLedger = '310488';
/** Other values of Max Parallel Requests, to compare the default with. */
const otherConcurrencies = ([1, 6, 10, 20] as const).map((calls) => `node@${calls}` as const);
export const may = Array.from(
	{ length: 31 },
	(_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`,
);
const afterMay = '2026-06-15T12:00:00Z';

export const base = {
	latencyMs: 0,
	faults: [],
	tokens: 0,
	startsWithDeadToken: false,
	runs: 5,
	warmUps: 3,
	contenders: ['node', 'peer', 'axios'],
} satisfies Partial<Case>;

/** The time at which the ledger's feed has exactly so many entries, at this busyness. */
const instants = {
	1_000: { now: '2026-04-24T15:50:31Z', busyness: 1 },
	10_000: { now: '2026-08-10T10:21:10Z', busyness: 1 },
	100_000: { now: '2026-04-24T13:57:21Z', busyness: 100 },
	1_000_000: { now: '2027-02-21T10:49:27Z', busyness: 100 },
};

/** Shorter runs are repeated more often. */
const repetitions = (entries: number): Pick<Case, 'runs' | 'warmUps'> => {
	if (entries >= 1_000_000) return { runs: 5, warmUps: 1 };
	return entries >= 100_000 ? { runs: 7, warmUps: 3 } : { runs: 15, warmUps: 15 };
};

export const feed = (entries: keyof typeof instants): Case => ({
	...base,
	...repetitions(entries),
	name: `feed-${entries}`,
	title: `Feed of ${grouped(entries)} entries`,
	sandbox: instants[entries],
	work: { ledgerIds: [feedLedger] },
	contenders: ['node', 'peer', 'bareNode', 'axios'],
	entries,
	fewestCalls: entries / PAGE_SIZE,
});

export const dates: Case = {
	...base,
	name: 'dates-31',
	title: '31 dates of one ledger',
	sandbox: { now: afterMay },
	latencyMs: LATENCY_MS,
	work: { ledgerIds: [quietLedger], dates: may },
	contenders: ['node', 'peer', 'axios'],
	fewestCalls: may.length,
};

export const ledgers = (count: number): Case => ({
	...base,
	name: `ledgers-${count}`,
	title: `${count} ledgers on one date`,
	sandbox: { now: afterMay, ledgerCount: count },
	latencyMs: LATENCY_MS,
	work: { ledgerIds: [], dates: [DAY] },
	contenders: ['node', 'peer', ...(count === 40 ? (['axios'] as const) : [])],
	fewestCalls: count,
});

/** A case in a process that has just done the same often, so that the code is optimised for it. */
const oftenBefore = (plain: Case): Case => ({
	...plain,
	name: `${plain.name}-often`,
	title: `${plain.title}, done ${OFTEN} times just before`,
	warmUps: OFTEN,
	contenders: ['node', ...(plain === dates ? otherConcurrencies : []), 'peer'],
});

const limited = (plain: Case): Case => ({
	...plain,
	name: `${plain.name}-limited`,
	title: `${plain.title}, ${CALLS_PER_SECOND} calls a second`,
	faults: [{ kind: 'rateLimit', path: '/sales/', calls: CALLS_PER_SECOND }],
	callsPerSecond: CALLS_PER_SECOND,
	contenders: ['node', 'peer'],
});

/** The cases to profile: their difference shows which time per entry shrinks or grows with the number of entries. */
export const profiled = ['feed-1000', 'feed-1000000'];

/** All cases, in the order of the report. */
export const cases: Case[] = [
	feed(1_000),
	feed(10_000),
	feed(100_000),
	feed(1_000_000),
	{
		...feed(10_000),
		name: 'feed-10000-slow',
		title: 'Feed of 10 000 entries',
		latencyMs: LATENCY_MS,
		runs: 5,
		warmUps: 3,
		contenders: ['node', 'peer', 'peerAtDefaultPage', 'axios'],
	},
	{
		...feed(1_000),
		name: 'calls-100',
		title: 'Feed of 1 000 entries in 100 calls',
		pageSize: 10,
		fewestCalls: 100,
	},
	dates,
	ledgers(40),
	ledgers(400),
	oftenBefore(dates),
	oftenBefore(ledgers(40)),
	limited(dates),
	limited(ledgers(40)),
	limited(ledgers(400)),
	{
		...feed(100_000),
		name: 'feed-100000-token',
		title: 'Feed of 100 000 entries, the token dies twice',
		contenders: ['node', 'peer', 'axios'],
		startsWithDeadToken: true,
		tokens: 3,
		// There are a hundred pages, so the first token and the next one expire.
		faults: [{ kind: 'shortToken', calls: 34 }],
	},
	{
		...dates,
		name: 'dates-31-dead-token',
		title: '31 dates of one ledger, begun with a dead token',
		contenders: ['node', 'peer', 'axios'],
		startsWithDeadToken: true,
		tokens: 1,
	},
];

import type { HostName } from '../../../../host/install/versions.cts';
import type { Fault, SandboxOptions } from '../../../../sandbox/index';

/** What a case fetches: the whole feed of each ledger, or what each ledger has on each of these dates. */
export interface Work {
	/** What is fetched by Vipps Settlement; sales by Vipps Sales where it is left out. */
	list?: 'funds';
	/** Empty: all ledgers. */
	ledgerIds: string[];
	/** In order, without gaps. */
	dates?: string[];
}

/**
 * The implementations to compare. The peer is n8n's HTTP Request: with its pagination, or without any, where every answer is the only page;
 * that in batches, too. `bareNode` is a minimal node of n8n.
 */
export type Contender =
	| 'node'
	| 'peer'
	| 'peerAtDefaultPage'
	| 'peerUnpaged'
	| 'peerInBatches'
	| 'bareNode'
	| 'axios';

/**
 * How a case is measured: all contenders take turns in one n8n that goes on running, or each run is the first in an n8n that has just
 * started; the time is that of the whole execution. Or each contender has a process of its own, for its memory, and for the time of its
 * nodes alone.
 */
export type Mode = 'turns' | 'first' | 'alone';

/** How many times as fast as the fastest HTTP Request this package is to be at least, by host. */
export type Wanted = Record<HostName, number>;

/** One case of the benchmark. */
export interface Case {
	name: string;
	title: string;
	mode: Mode;
	/** The options of the sandbox. */
	sandbox: SandboxOptions & { now: string };
	/** The latency of every answer, in milliseconds. */
	latencyMs: number;
	/** Further faults, which are set again for every run. */
	faults: Fault[];
	work: Work;
	contenders: Contender[];
	wanted?: Wanted;
	/** The page size of all contenders; funds have none. By default Vipps Sales uses its own, and the others {@link PAGE_SIZE}. */
	pageSize?: number;
	/** The HTTP Request node's batches, with milliseconds between their starts. */
	batch?: { batchSize: number; batchInterval: number };
	/** The number of entries of a feed. */
	entries?: number;
	/** The fewest possible calls, without those for tokens. */
	fewestCalls: number;
	/** The number of tokens that a run needs. */
	tokens: number;
	/** The sandbox's limit of calls per second, if there is one. */
	callsPerSecond?: number;
	/** The least time that the server allows to anyone, if it holds calls back. */
	leastMs?: number;
	/** Whether the stored token has expired since the previous run, as in an hourly workflow. */
	startsWithDeadToken: boolean;
	/** The number of measured runs. */
	runs: number;
	/** The number of runs before them that are not measured: code that has run often is compiled better. */
	warmUps: number;
}

/** The page size of the axios loop, of the bare node, and of the peer unless it uses the API's default of 100. */
export const PAGE_SIZE = 1000;

/** The node of this package that a case measures. */
export const nodeOf = ({ work: { list } }: Pick<Case, 'work'>): string =>
	list ? 'Vipps Settlement' : 'Vipps Sales';

import type { Case, Work } from '../cases/cases';
import type { EntriesDigest, InsideRun, ServerRun } from '../report/figures';

/** What the sandbox's process says when it is ready. */
export interface Greeting {
	url: string;
	clientId: string;
	clientSecret: string;
	ledgerIds: string[];
}

/** What the sandbox's process can be told. */
export type ServerCommands = {
	/** What the work brings when nothing is lost. */
	truth: (work: Work) => EntriesDigest;
	/** Before a run. */
	prepare: (wanted: Pick<Case, 'faults' | 'latencyMs' | 'startsWithDeadToken'>) => void;
	/** After a run. */
	record: () => ServerRun;
};

/** What the process of the axios loop can be told. */
export type LoopCommands = { run: (work: Work, pageSize: number) => Promise<InsideRun> };

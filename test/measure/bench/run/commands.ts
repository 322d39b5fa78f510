import type { Case, Work } from '../cases/case';
import type { EntriesDigest, InsideRun, ServerRun } from '../report/figures';

/** What the sandbox's process sends when it is ready. */
export interface Greeting {
	url: string;
	clientId: string;
	clientSecret: string;
	ledgerIds: string[];
}

/** The commands of the sandbox's process. */
export type ServerCommands = {
	/** The entries of a complete run. */
	truth: (work: Work) => EntriesDigest;
	/** Before a run. */
	prepare: (wanted: Pick<Case, 'faults' | 'latencyMs' | 'startsWithDeadToken'>) => void;
	/** After a run. */
	record: () => ServerRun;
};

/** The commands of the axios loop's process. */
export type LoopCommands = { run: (work: Work, pageSize: number) => Promise<InsideRun> };

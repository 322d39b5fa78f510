import type { Fault, Switches } from '../../../sandbox/index';

/** What the sandbox is told before the runs of a round. */
export interface Arrangement {
	/** ISO 8601: where its clock stands from now on. */
	now: string;
	faults: Fault[];
	switches: Partial<Switches>;
}

/** What the sandbox tells after the runs of a round; asking for it clears all faults. */
export interface RoundRecord {
	faults: Array<Fault & { met: number }>;
	/** How many calls were answered with each status; one that the fault cut off counts as what it would have been. */
	statuses: Record<string, number>;
	/** The tokens given out since it was last asked. */
	tokens: string[];
}

/** The commands of a sandbox in a process of its own, by name. */
export type Commands = {
	arrange: (arrangement: Arrangement) => void;
	moveClock: (now: string) => void;
	expireTokens: () => void;
	takeRecord: () => RoundRecord;
};

/** Where the sandbox listens, and its keys. */
export interface Keys {
	url: string;
	clientId: string;
	clientSecret: string;
}

/** A sandbox in a process of its own, so that what it keeps is not counted as memory of the node. */
export type RemoteSandbox = Keys & {
	[Name in keyof Commands]: (
		...given: Parameters<Commands[Name]>
	) => Promise<ReturnType<Commands[Name]>>;
};

/** How a sandbox is started, both the one that is called and the one that only tells the truth. */
export const SANDBOX_OPTIONS = { ledgerCount: 60, ledgerPageSize: 25 } as const;

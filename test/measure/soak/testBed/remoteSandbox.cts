import { join } from 'node:path';

import type { Fault, SandboxOptions, Switches } from '../../../../sandbox/index.ts';
import { startRemote } from '../../remote/remote.cts';

/** How the sandbox is set before the runs of a round. */
export interface Arrangement {
	/** The time of its clock, ISO 8601. */
	now: string;
	faults: Fault[];
	switches: Partial<Switches>;
}

/** What the sandbox has recorded after the runs of a round. Taking the record clears all faults. */
export interface RoundRecord {
	faults: Array<Fault & { met: number }>;
	/** How many calls were answered with each status. A call that a fault cut off counts under the status it would have had. */
	statuses: Record<string, number>;
	/** The tokens issued since the last record. */
	tokens: string[];
}

/** The commands of a sandbox in a process of its own. */
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

/** A sandbox in a process of its own, so that its memory is not counted as the node's. */
export type RemoteSandbox = Keys & {
	[Name in keyof Commands]: (
		...given: Parameters<Commands[Name]>
	) => Promise<ReturnType<Commands[Name]>>;
};

/** The options of both sandboxes, the one that is called and the one that holds the truth. */
export const SANDBOX_OPTIONS = { ledgerCount: 60, ledgerPageSize: 25 } as const;

/** Starts a sandbox in a process of its own. Rejects if that process ends before it listens. */
export async function startRemoteSandbox(
	options: SandboxOptions,
): Promise<{ sandbox: RemoteSandbox; close: () => void }> {
	const script = join(__dirname, 'sandboxProcess.mts');
	const { greeting, call, close } = await startRemote<Commands, Keys>(script, options);
	const sandbox: RemoteSandbox = {
		...greeting,
		arrange: async (...given) => await call('arrange', ...given),
		moveClock: async (...given) => await call('moveClock', ...given),
		expireTokens: async () => await call('expireTokens'),
		takeRecord: async () => await call('takeRecord'),
	};
	return { sandbox, close };
}

import { join } from 'node:path';

import type { SandboxOptions } from '../../../../sandbox/index.ts';
import { startRemote } from '../../remote/remote.cts';
import type { Commands, Keys, RemoteSandbox } from '../remote.ts';

/** Starts a sandbox in a process of its own. Rejects when that process ends before it listens. */
export async function startRemoteSandbox(
	options: SandboxOptions,
): Promise<{ sandbox: RemoteSandbox; close: () => void }> {
	const script = join(__dirname, 'sandboxProcess.mts');
	const { greeting, tell, close } = await startRemote<Commands, Keys>(script, options);
	const sandbox: RemoteSandbox = {
		...greeting,
		arrange: async (...given) => await tell('arrange', ...given),
		moveClock: async (...given) => await tell('moveClock', ...given),
		expireTokens: async () => await tell('expireTokens'),
		takeRecord: async () => await tell('takeRecord'),
	};
	return { sandbox, close };
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startRemote, type Remote } from '../../remote/remote.cts';
import type { Case } from '../cases/case.ts';
import type { Greeting, LoopCommands, ServerCommands } from './commands.ts';

const flags = ['--max-old-space-size=14000'];
/** After this time, the calls of one run no longer count towards a limit per second. */
const PAUSE_MS = 1100;

/** Starts the sandbox in a process of its own. */
export async function startSandboxProcess(
	options: Case['sandbox'] & { port: number },
): Promise<Remote<ServerCommands, Greeting>> {
	return await startRemote(join(__dirname, 'sandboxProcess.mts'), options, { flags });
}

/**
 * Starts the axios loop in a process of its own.
 *
 * @param node the Node binary to run it on
 */
export async function startAxiosProcess(
	greeting: Greeting,
	node: string,
): Promise<Remote<LoopCommands, null>> {
	return await startRemote(join(__dirname, 'axiosProcess.mts'), greeting, { node, flags });
}

/** Waits until a limit per second has room again. */
export const pauseForLimit = async () => await sleep(PAUSE_MS);

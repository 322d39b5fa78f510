import { fork } from 'node:child_process';
import { join } from 'node:path';

import type { SandboxOptions } from '../../sandbox/index.ts';
import type { Commands, Keys, RemoteSandbox } from './remote.ts';

/** Starts a sandbox in a process of its own. Rejects when that process ends before it listens. */
export async function startRemoteSandbox(
	options: SandboxOptions,
): Promise<{ sandbox: RemoteSandbox; close: () => void }> {
	const child = fork(join(__dirname, 'sandboxProcess.cts'), [JSON.stringify(options)]);
	const waiting = new Map<
		number,
		{ resolve: (result: never) => void; reject: (error: Error) => void }
	>();
	let last = -1;
	const answer = async <Result,>() =>
		await new Promise<Result>((resolve, reject) => waiting.set(++last, { resolve, reject }));
	child.on('message', ({ id, result }: { id: number; result: never }) => {
		waiting.get(id)?.resolve(result);
		waiting.delete(id);
	});
	child.on('exit', () => {
		for (const { reject } of waiting.values()) reject(new Error('The sandbox has ended'));
	});
	const tell =
		<Name extends keyof Commands>(name: Name) =>
		async (...given: Parameters<Commands[Name]>): Promise<ReturnType<Commands[Name]>> => {
			const result = answer<ReturnType<Commands[Name]>>();
			child.send({ id: last, name, given });
			return await result;
		};
	const keys = await answer<Keys>();
	const sandbox: RemoteSandbox = {
		...keys,
		arrange: tell('arrange'),
		moveClock: tell('moveClock'),
		expireTokens: tell('expireTokens'),
		takeRecord: tell('takeRecord'),
	};
	return { sandbox, close: () => child.disconnect() };
}

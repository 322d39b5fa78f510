import { fork } from 'node:child_process';

/** The commands of another process, by name. Their arguments and results are plain JSON. */
export type Commands = Record<string, (...given: never[]) => unknown>;

/** A process that executes commands, and what it sent when it was ready. */
export interface Remote<Table extends Commands, Greeting> {
	greeting: Greeting;
	pid: number;
	/** Executes a command there. Rejects with its error, or if the process ends. */
	call<Name extends keyof Table>(
		name: Name,
		...given: Parameters<Table[Name]>
	): Promise<Awaited<ReturnType<Table[Name]>>>;
	/** Ends the process. */
	close(): void;
}

export interface RemoteOptions {
	/** The Node binary; this process's own by default. */
	node?: string;
	/** Flags for Node, before the script. */
	flags?: readonly string[];
}

interface Answer {
	id: number;
	result?: unknown;
	error?: string;
}

/**
 * Starts a script that calls `serveCommands`, and waits until it is ready.
 *
 * @param options the only argument of the script
 * @throws Error if the process ends before that
 */
export async function startRemote<Table extends Commands, Greeting>(
	script: string,
	options: object,
	{ node = process.execPath, flags = [] }: RemoteOptions = {},
): Promise<Remote<Table, Greeting>> {
	const child = fork(script, [JSON.stringify(options)], {
		execPath: node,
		execArgv: [...process.execArgv, ...flags],
	});
	const waiting = new Map<number, (answer: Answer) => void>();
	let last = -1;
	const answer = async <Result,>(id: number) =>
		await new Promise<Result>((resolve, reject) =>
			waiting.set(id, ({ result, error }) =>
				error === undefined ? resolve(result as Result) : reject(new Error(error)),
			),
		);
	child.on('message', (message: Answer) => {
		waiting.get(message.id)?.(message);
		waiting.delete(message.id);
	});
	child.on('exit', () => {
		for (const [id, settle] of waiting) settle({ id, error: `${script} has ended` });
	});
	const greeting = await answer<Greeting>(++last);
	return {
		greeting,
		pid: child.pid ?? 0,
		async call(name, ...given) {
			const result = answer<never>(++last);
			child.send({ id: last, name, given });
			return await result;
		},
		close: () => child.disconnect(),
	};
}

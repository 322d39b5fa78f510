import { fork } from 'node:child_process';

/** What another process can be told to do, by name. What goes in and what comes out is plain JSON. */
export type Commands = Record<string, (...given: never[]) => unknown>;

/** A process that obeys commands, and what it said when it was ready. */
export interface Remote<Table extends Commands, Greeting> {
	greeting: Greeting;
	pid: number;
	tell<Name extends keyof Table>(
		name: Name,
		...given: Parameters<Table[Name]>
	): Promise<Awaited<ReturnType<Table[Name]>>>;
	/** Ends it. */
	close(): void;
}

export interface RemoteOptions {
	/** The Node binary; this process's own if left out. */
	node?: string;
	/** Flags for Node, before the script. */
	flags?: readonly string[];
}

interface Answer {
	id: number;
	result?: unknown;
	problem?: string;
}

/**
 * Starts a script that calls `obey`, and waits until it is ready.
 *
 * @param options the only argument of the script
 * @throws Error when the process ends before that
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
			waiting.set(id, ({ result, problem }) =>
				problem === undefined ? resolve(result as Result) : reject(new Error(problem)),
			),
		);
	child.on('message', (message: Answer) => {
		waiting.get(message.id)?.(message);
		waiting.delete(message.id);
	});
	child.on('exit', () => {
		for (const [id, settle] of waiting) settle({ id, problem: `${script} has ended` });
	});
	const greeting = await answer<Greeting>(++last);
	return {
		greeting,
		pid: child.pid ?? 0,
		async tell(name, ...given) {
			const result = answer<never>(++last);
			child.send({ id: last, name, given });
			return await result;
		},
		close: () => child.disconnect(),
	};
}

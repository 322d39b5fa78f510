import type { Commands } from './remote.cts';

/**
 * Does from now on what the process that started this one tells it, one command after another, until that one goes.
 *
 * @param greeting what it is told first
 */
export function obey<Table extends Commands>(commands: Table, greeting: unknown): void {
	let turn: Promise<unknown> = Promise.resolve();
	process.on(
		'message',
		({ id, name, given }: { id: number; name: keyof Table; given: never[] }) => {
			turn = turn
				.then(async () => process.send?.({ id, result: await commands[name]?.(...given) }))
				.catch((error: unknown) => process.send?.({ id, problem: String(error) }));
		},
	);
	// Whoever gave the orders closes the channel; Ctrl-C reaches both, and is theirs to answer.
	process.on('disconnect', () => process.exit(0));
	process.on('SIGINT', () => undefined);
	process.send?.({ id: 0, result: greeting });
}

/** The options that the script was started with. */
export const startOptions = <Options,>(): Options => JSON.parse(process.argv[2] ?? '{}') as Options;

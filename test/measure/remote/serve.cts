import type { Commands } from './remote.cts';

interface Call<Table> {
	id: number;
	name: keyof Table;
	given: never[];
}

/**
 * Executes the commands that the parent process sends, one after another, until the parent closes the channel.
 *
 * @param greeting what the parent gets first
 */
export function serveCommands<Table extends Commands>(commands: Table, greeting: unknown): void {
	let last: Promise<unknown> = Promise.resolve();
	process.on('message', ({ id, name, given }: Call<Table>) => {
		last = last
			.then(async () => process.send?.({ id, result: await commands[name]?.(...given) }))
			.catch((error: unknown) => process.send?.({ id, error: String(error) }));
	});
	// Ctrl-C reaches both processes: the parent handles it, and closes the channel.
	process.on('disconnect', () => process.exit(0));
	process.on('SIGINT', () => undefined);
	process.send?.({ id: 0, result: greeting });
}

/** The options that this process was started with. */
export const startOptions = <Options,>(): Options => JSON.parse(process.argv[2] ?? '{}') as Options;

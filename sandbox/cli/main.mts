/** `npm run sandbox`: see `helpText`. */
import { parseArgs } from 'node:util';

import { startSandbox, type SandboxOptions } from '../index.ts';
import { bannerOf, lineAbout } from './banner.ts';
import { flagTypes, helpText, optionsFrom, type FlagValues } from './commandLine.ts';

/** Tells a user's mistake in a line, without a stack. */
function giveUp(complaint: string): void {
	console.error(complaint);
	process.exitCode = 1;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The options of the command line; undefined if there is nothing to serve. */
function readOptions(): SandboxOptions | undefined {
	try {
		const { values } = parseArgs({ options: flagTypes });
		if (values.help !== true) return optionsFrom(values as FlagValues);
		console.log(helpText());
	} catch (error) {
		giveUp(`${messageOf(error)}\nnpm run sandbox -- --help shows what there is.`);
	}
	return undefined;
}

async function serve(options: SandboxOptions): Promise<void> {
	const sandbox = await startSandbox({
		...options,
		onAnswer: (request) => console.log(lineAbout(request)),
	});
	console.log(bannerOf(sandbox));
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

const options = readOptions();
try {
	if (options) await serve(options);
} catch (error) {
	const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	giveUp(
		isTaken
			? `Port ${options?.port} is taken. Choose another one: --port 8089, or --port 0 for any.`
			: messageOf(error),
	);
}

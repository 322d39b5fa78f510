import { parseArgs } from 'node:util';
import type { SandboxOptions } from '../index.ts';

/** A person's mistake is told in a line, without a stack. */
function giveUp(complaint: string): void {
	console.error(complaint);
	process.exitCode = 1;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function serve(options: SandboxOptions): Promise<void> {
	const { startSandbox } = await import('../index.ts');
	const { bannerOf, lineAbout } = await import('./banner.ts');
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

async function main(): Promise<void> {
	// What is imported here is imported when it is needed: tsx loads TypeScript from a .cts file in
	// no other way on Node 20.
	const { flagTypes, helpText, optionsFrom } = await import('./commandLine.ts');
	let options: SandboxOptions;
	try {
		const { values } = parseArgs({ options: flagTypes });
		if (values.help === true) {
			console.log(helpText());
			return;
		}
		options = optionsFrom(values as Record<string, string | boolean | undefined>);
	} catch (error) {
		giveUp(`${messageOf(error)}\nnpm run sandbox -- --help shows what there is.`);
		return;
	}
	try {
		await serve(options);
	} catch (error) {
		const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		giveUp(
			taken
				? `Port ${options.port} is taken. Choose another one: --port 8089, or --port 0 for any.`
				: messageOf(error),
		);
	}
}

void main();

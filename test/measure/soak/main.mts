import Table from 'cli-table3';

import { installedVersion, machine, today } from '../figures/circumstances.cts';
import type { Section } from '../figures/section.ts';
import { writeFigures } from '../figures/write.cts';
import { parseArguments, usage, type SoakOptions } from './args.cts';
import { isolateEngine } from '../standalone/isolation.cts';
import { preferTypeScript } from '../standalone/modules.cts';
import { startRemoteSandbox } from './run/remoteSandbox.cts';
import type { Circumstances } from './report/report.ts';
import { watchProcess, type ProcessSurroundings } from './run/processEnvironment.cts';

const DOCUMENT = { path: 'docs/reliability.md', command: 'npm run soak -- --write' };
const ROUNDS_BETWEEN_LINES = 25;

async function main({ minutes, seed, write }: SoakOptions): Promise<number> {
	const watched = watchProcess();
	const engine = isolateEngine();
	preferTypeScript();
	const { soak } = await import('./run/soak.ts');
	const { createWorld } = await import('./run/testBed.ts');
	const { Tally } = await import('./report/totals.ts');
	const { SANDBOX_OPTIONS } = await import('./remote.ts');
	const { asMarkdown } = await import('../figures/section.ts');
	const { sectionsOf } = await import('./report/report.ts');
	const { failuresOf } = await import('./report/result.ts');

	const remote = await startRemoteSandbox({ ...SANDBOX_OPTIONS, seed });
	const world = await createWorld(seed, remote.sandbox);
	const tally = new Tally();
	let told = 0;
	const interruption = untilInterrupted();
	watched.say(`Soak of ${minutes} minutes, seed ${seed}. Ctrl-C ends it and prints what it has.`);
	const soaking = soak(world, seed, tally, {
		...watched,
		sandbox: remote.sandbox,
		isOver: () => watched.seconds() >= minutes * 60,
		onRound: () => {
			for (; told < tally.problems.length; told++) watched.say(tally.problems[told] ?? '');
			if (tally.rounds % ROUNDS_BETWEEN_LINES > 0) return;
			const { rounds, seconds, problemCount } = tally;
			const runs = tally.sum('runs');
			watched.say(
				`${Math.round(seconds)} s: ${rounds} rounds, ${runs} runs, ${problemCount} findings`,
			);
		},
	});
	const isWhole = await Promise.race([soaking.then(() => true), interruption.then(() => false)]);

	const sections = sectionsOf(tally, circumstances(seed));
	print(sections, watched);
	for (const problem of tally.problems.slice(told)) watched.say(problem);
	const failures = failuresOf(tally);
	if (!isWhole) watched.say('Interrupted: the figures are those of the rounds until then.');
	else if (write) {
		await writeFigures(DOCUMENT, asMarkdown(sections));
		watched.say(`Written to ${DOCUMENT.path}.`);
	}
	watched.say(failures.length === 0 ? 'As promised.' : `Failed: ${failures.join('; ')}.`);
	remote.close();
	await world.truth.close();
	await engine.close();
	return failures.length === 0 ? 0 : 1;
}

async function untilInterrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
}

const circumstances = (seed: number): Circumstances => ({
	date: today(),
	versions: `Node.js ${process.version.slice(1)}, n8n-core ${installedVersion('n8n-core')}`,
	machine: machine(),
	seed,
});

function print(sections: Section[], { say }: ProcessSurroundings): void {
	for (const { title, head, rows } of sections) {
		const table = new Table({ head, style: { head: [], border: [], compact: true } });
		table.push(...rows);
		say(`\n${title}\n${table.toString()}`);
	}
}

function begin(): Promise<number> | number {
	let options: SoakOptions;
	try {
		options = parseArguments(process.argv.slice(2));
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return 1;
	}
	if (!options.help) return main(options);
	console.log(usage);
	return 0;
}

// A run that hangs would keep the process: it is ended here, when all has been printed.
Promise.resolve(begin()).then(
	(status) => process.exit(status),
	(error: unknown) => {
		process.stdout.write = Object.getPrototypeOf(process.stdout).write;
		console.log(error);
		process.exit(1);
	},
);

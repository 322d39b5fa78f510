import Table from 'cli-table3';
import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';

import { parseArguments, usage, type SoakOptions } from './args.cts';
import { isolateEngine } from './isolation.cts';
import { preferTypeScript } from './modules.cts';
import { startRemoteSandbox } from './remote.cts';
import type { Circumstances, Section } from './report.ts';
import { watchProcess, type ProcessSurroundings } from './surroundings.cts';
import { writeTables } from './writeDocument.cts';

const repository = join(__dirname, '../..');
const ROUNDS_BETWEEN_LINES = 25;

async function main({ minutes, seed, write }: SoakOptions): Promise<number> {
	const watched = watchProcess();
	const engine = isolateEngine();
	preferTypeScript();
	const { soak } = await import('./soak.ts');
	const { createWorld } = await import('./world.ts');
	const { Tally } = await import('./tally.ts');
	const { SANDBOX_OPTIONS } = await import('./remote.ts');
	const { asMarkdown, sectionsOf } = await import('./report.ts');
	const { failuresOf } = await import('./verdict.ts');

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
		const path = await writeTables(repository, asMarkdown(sections));
		watched.say(`Written to ${path}.`);
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

function circumstances(seed: number): Circumstances {
	const installed = (name: string) => {
		const path = join(repository, 'node_modules', name, 'package.json');
		return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
	};
	const memory = Math.round(totalmem() / 2 ** 30);
	return {
		date: new Date().toISOString().slice(0, 10),
		versions: `Node.js ${process.version.slice(1)}, n8n-core ${installed('n8n-core')}`,
		machine: `${availableParallelism()} cores, ${memory} GB of memory`,
		seed,
	};
}

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

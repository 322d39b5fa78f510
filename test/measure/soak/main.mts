/** `npm run soak`: see `usage`. */
import { runCommand } from '../../../host/process/commandLine.cts';
import { installedVersion, machine, today } from '../figures/circumstances.cts';
import { asMarkdown } from '../figures/section.ts';
import { asTerminalTable } from '../figures/terminal.ts';
import { writeFigures } from '../figures/write.cts';
import { isolateEngine } from '../standalone/isolation.cts';
import { preferTypeScript } from '../standalone/modules.cts';
import { parseArguments, usage, type SoakOptions } from './args.cts';
import { sectionsOf, type Circumstances } from './report/report.ts';
import { failuresOf } from './report/result.ts';
import { Totals } from './report/totals.ts';
import { captureProcess } from './testBed/processEnvironment.cts';
import { SANDBOX_OPTIONS, startRemoteSandbox } from './testBed/remoteSandbox.cts';

const DOCUMENT = { path: 'docs/internals/reliability.md', command: 'npm run soak -- --write' };
const ROUNDS_BETWEEN_LINES = 25;

async function run({ minutes, seed, write }: SoakOptions): Promise<number> {
	const captured = captureProcess();
	const { say } = captured;
	const engine = isolateEngine();
	preferTypeScript();
	// Imported only now: n8n's engine reads the environment when it is loaded.
	const { soak } = await import('./soak.ts');
	const { openTestBed } = await import('./testBed/testBed.ts');

	const remote = await startRemoteSandbox({ ...SANDBOX_OPTIONS, seed });
	const testBed = await openTestBed(seed, remote.sandbox);
	const totals = new Totals();
	let printed = 0;
	const interruption = untilInterrupted();
	say(`Soak of ${minutes} minutes, seed ${seed}. Ctrl-C ends it and prints what it has.`);
	const soaking = soak(testBed, seed, totals, {
		...captured,
		sandbox: remote.sandbox,
		isOver: () => captured.seconds() >= minutes * 60,
		onRound: () => {
			for (; printed < totals.findings.length; printed++) say(totals.findings[printed] ?? '');
			if (totals.rounds % ROUNDS_BETWEEN_LINES > 0) return;
			const { rounds, seconds, findingCount } = totals;
			const runs = totals.sum('runs');
			say(`${Math.round(seconds)} s: ${rounds} rounds, ${runs} runs, ${findingCount} findings`);
		},
	});
	const isWhole = await Promise.race([soaking.then(() => true), interruption.then(() => false)]);

	const sections = sectionsOf(totals, circumstances(seed));
	for (const section of sections) say(`\n${section.title}\n${asTerminalTable(section)}`);
	for (const finding of totals.findings.slice(printed)) say(finding);
	const failures = failuresOf(totals);
	if (!isWhole) say('Interrupted: the figures are those of the rounds until then.');
	else if (write) {
		await writeFigures(DOCUMENT, asMarkdown(sections));
		say(`Written to ${DOCUMENT.path}.`);
	}
	say(failures.length === 0 ? 'As promised.' : `Failed: ${failures.join('; ')}.`);
	remote.close();
	await testBed.truth.close();
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

// A run that hangs would keep the process.
process.exit(await runCommand({ usage, parse: parseArguments, run }));

/** `npm run bench`: see `usage`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '../../../host/folders.cts';
import { hosts } from '../../../host/install/versions.cts';
import { exit, runCommand } from '../../../host/process/commandLine.cts';
import { freePort, loopback } from '../../../host/process/ports.cts';
import { runProgram } from '../../../host/process/run.cts';
import { defaultOptions } from '../../../sandbox/index.ts';
import { installedVersion, machine, today } from '../figures/circumstances.cts';
import { commandOf } from '../figures/document.cts';
import { asTable } from '../figures/section.ts';
import { asTerminalTable } from '../figures/terminal.ts';
import { writeFigures } from '../figures/write.cts';
import { parseArguments, usage, type BenchOptions } from './args.cts';
import type { Case, Contender } from './cases/case.ts';
import { cases, profiled, salesCases, settlementCases } from './cases/cases.ts';
import { credential, workflowOf } from './cases/workflows.ts';
import { chartOf } from './report/chart.ts';
import { figuresOf, type Figures } from './report/figures.ts';
import { profileTable } from './report/profile.ts';
import { titleOf } from './report/names.ts';
import { caseTable, measuredOn, reportOf, summaries, type Circumstances } from './report/report.ts';
import type { Results } from './report/targets.ts';
import { measureCase } from './run/measure.ts';
import { openHost, type BenchHost } from './run/n8nHost.cts';

const caseNames = cases.map(({ name }) => name);
const say = (line: string) => console.log(line);

async function run(options: BenchOptions): Promise<number> {
	const { host: name, profile: isProfiled } = options;
	const chosen = chosenCases(options);
	const port = await freePort();
	const host = await prepare(options, chosen, port);
	const results = new Map<string, Map<Contender, Figures>>();
	for (const given of chosen) {
		say(`\n${titleOf(given)} (${given.name}), n8n ${hosts[name].n8n}`);
		const measured = await measureCase(given, host, port, isProfiled ? say : () => undefined);
		const figures = [...measured].map(([contender, runs]) => [contender, figuresOf(runs)] as const);
		results.set(given.name, new Map(figures));
		say(asTerminalTable(caseTable(given, new Map(figures))));
	}
	const { node } = host.environment.host;
	const nodeVersion = await versionOf(node, host);
	await host.close();

	const circumstances = {
		date: today(),
		n8n: hosts[name].n8n,
		node: nodeVersion,
		axios: installedVersion('axios'),
		machine: machine(),
	};
	await report(options, chosen, results, circumstances);
	const ours = [...results.values()].map((figures) => figures.get('node'));
	return ours.every((figures) => figures?.completeRuns === figures?.runs) ? 0 : 1;
}

/** Prints the results, and puts them into the document if everything in it was measured. */
async function report(
	{ host, only, runs, profile, settlement }: BenchOptions,
	chosen: Case[],
	results: Results,
	circumstances: Circumstances,
): Promise<void> {
	const shown = profile ? [profileTable(chosen, results)] : summaries(chosen, results, host);
	for (const section of shown) say(asTerminalTable(section));
	if (only !== undefined || runs !== undefined) return;
	const command = commandOf('npm run bench', [
		host !== 'baseline' && `--host ${host}`,
		profile && '--profile',
		settlement && '--settlement',
	]);
	const document = { path: 'docs/internals/benchmarks.md', command };
	const figures = profile
		? `${measuredOn(circumstances)}\n\n${asTable(profileTable(chosen, results))}`
		: reportOf(chosen, results, host, circumstances);
	await writeFigures(document, figures);
	if (!profile && !settlement)
		await writeFile(
			join(repository, `docs/internals/benchmarks-${host}.svg`),
			chartOf(chosen, results),
		);
	say(`Written to ${document.path}.`);
}

/** A real n8n with a workflow for each contender of each case. */
async function prepare(
	{ host, profile: isProfiled }: BenchOptions,
	chosen: Case[],
	port: number,
): Promise<BenchHost> {
	const baseUrl = `http://${loopback}:${port}`;
	const { clientId, clientSecret } = defaultOptions;
	const workflows = chosen.flatMap((given) =>
		given.contenders
			.filter((contender) => contender !== 'axios')
			.map((contender) => workflowOf(given, contender, baseUrl)),
	);
	say('Preparing n8n');
	const keys = { ...credential, data: { clientId, clientSecret, environment: 'custom', baseUrl } };
	return await openHost(host, keys, workflows, { say, isProfiled });
}

async function versionOf(node: string, { environment }: BenchHost): Promise<string> {
	const { stdout } = await runProgram(node, ['--version'], {
		cwd: repository,
		env: environment.variables,
		log: environment.nextLog('node-version'),
		limitMs: 10_000,
	});
	return stdout.trim().slice(1);
}

/** The cases to measure, with the number of runs and the contenders of the options. */
function chosenCases({ only, profile, runs, settlement }: BenchOptions): Case[] {
	const all = settlement ? settlementCases : salesCases;
	const names = only ?? (profile ? profiled : all.map(({ name }) => name));
	return cases
		.filter(({ name }) => names.includes(name))
		.map((given) => ({
			...given,
			runs: runs ?? given.runs,
			contenders: profile ? ['node'] : given.contenders,
		}));
}

const parse = (args: readonly string[]) => parseArguments(args, caseNames);
exit(await runCommand({ usage, parse, run }));

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';

import { repository } from '../../../host/folders.cts';
import { freePort, loopback } from '../../../host/process/ports.cts';
import { runProgram } from '../../../host/process/run.cts';
import { hosts } from '../../../host/install/versions.cts';
import { installedVersion, machine, today } from '../figures/circumstances.cts';
import type { Section } from '../figures/section.ts';
import { writeFigures } from '../figures/write.cts';
import { parseArguments, usage, type BenchOptions } from './args.cts';
import type { Case, Contender } from './cases/cases.ts';
import type { Figures } from './report/figures.ts';
import { measureCase } from './run/measure.cts';
import { openHost, type BenchHost } from './run/n8nHost.cts';
import type { Circumstances } from './report/report.ts';
import type { Results } from './report/targets.ts';

const say = (line: string) => console.log(line);

async function main(options: BenchOptions, cases: Case[]): Promise<number> {
	const { host: name, profile: isProfiled } = options;
	const { figuresOf } = await import('./report/figures.ts');
	const { caseTable, titleOf } = await import('./report/report.ts');
	const port = await freePort();
	const host = await prepare(options, cases, port);
	const results = new Map<string, Map<Contender, Figures>>();
	for (const given of cases) {
		say(`\n${titleOf(given)} (${given.name}), n8n ${hosts[name].n8n}`);
		const measured = await measureCase(given, host, port, isProfiled ? say : () => undefined);
		const figures = [...measured].map(([contender, runs]) => [contender, figuresOf(runs)] as const);
		results.set(given.name, new Map(figures));
		print(caseTable(new Map(figures)));
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
	await report(options, cases, results, circumstances);
	const ours = [...results.values()].map((figures) => figures.get('node'));
	return ours.every((figures) => figures?.completeRuns === figures?.runs) ? 0 : 1;
}

/** Prints what came of it, and writes it down where everything was measured that belongs into the document. */
async function report(
	{ host, only, runs, profile }: BenchOptions,
	cases: Case[],
	results: Results,
	circumstances: Circumstances,
): Promise<void> {
	const { measuredOn, reportOf, targetTable } = await import('./report/report.ts');
	const { profileTable } = await import('./report/profile.ts');
	const { chartOf } = await import('./report/chart.ts');
	const { asTable } = await import('../figures/section.ts');
	print(profile ? profileTable(cases, results) : targetTable(results));
	if (only !== undefined || runs !== undefined) return;
	const flags = [
		...(host === 'baseline' ? [] : [`--host ${host}`]),
		...(profile ? ['--profile'] : []),
	];
	const command = ['npm run bench', ...(flags.length > 0 ? ['--', ...flags] : [])].join(' ');
	const document = { path: 'docs/benchmarks.md', command };
	const figures = profile
		? `${measuredOn(circumstances)}\n\n${asTable(profileTable(cases, results))}`
		: reportOf(cases, results, circumstances);
	await writeFigures(document, figures);
	if (!profile)
		await writeFile(join(repository, `docs/benchmarks-${host}.svg`), chartOf(cases, results));
	say(`Written to ${document.path}.`);
}

/** The real n8n, with a workflow for each contender of each case. */
async function prepare(
	{ host, profile: isProfiled }: BenchOptions,
	cases: Case[],
	port: number,
): Promise<BenchHost> {
	const { defaultOptions } = await import('../../../sandbox/index.ts');
	const { credential, workflowOf } = await import('./cases/workflows.ts');
	const baseUrl = `http://${loopback}:${port}`;
	const { clientId, clientSecret } = defaultOptions;
	const workflows = cases.flatMap((given) =>
		given.contenders
			.filter((contender) => contender !== 'axios')
			.map((contender) => workflowOf(given, contender, baseUrl)),
	);
	say('Preparing n8n');
	const keys = { ...credential, data: { clientId, clientSecret, baseUrl } };
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

function print({ head, rows }: Omit<Section, 'title'>): void {
	const table = new Table({ head, style: { head: [], border: [], compact: true } });
	table.push(...rows);
	say(table.toString());
}

async function begin(): Promise<number> {
	const { cases, profiled } = await import('./cases/cases.ts');
	const names = cases.map(({ name }) => name);
	let options: BenchOptions;
	try {
		options = parseArguments(process.argv.slice(2), names);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return 1;
	}
	if (options.help) {
		say(usage);
		return 0;
	}
	const { runs, profile } = options;
	const only = options.only ?? (profile ? profiled : names);
	const chosen = cases
		.filter(({ name }) => only.includes(name))
		.map((given) => ({
			...given,
			runs: runs ?? given.runs,
			contenders: profile ? (['node'] satisfies Contender[]) : given.contenders,
		}));
	return await main(options, chosen);
}

begin().then(
	(status) => process.exit(status),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installHost } from '../../../host/install/install.cts';
import { hosts, type HostName } from '../../../host/install/versions.cts';
import { seconds } from '../../../host/process/progress.cts';
import { makeTemplate } from '../../rigs/n8n/setup/template.cts';
import { build, test } from '../../rigs/run/buildAndTest.cts';
import { writeFigures } from '../figures/write.cts';
import { asTable } from '../figures/section.ts';
import {
	compatibilityTable,
	failuresIn,
	passedIn,
	type HostResult,
	type JestReport,
} from './passed.ts';

/*
 * `npm run compatibility`: runs the e2e tests and those of the editor on every version of n8n that is supported, the
 * versions side by side, and writes what passed into its document. A failure on one of them does not keep the others from
 * being tested, but writes nothing.
 */

const PROJECTS = ['e2e', 'ui'] as const;
const folder = mkdtempSync(join(tmpdir(), 'compatibility-'));
const started = Date.now();

interface ProjectRun {
	host: HostName;
	project: (typeof PROJECTS)[number];
	status: number;
	/** How long it took. */
	time: string;
	/** Where jest has written its report to. */
	report: string;
}

/** Runs all projects on one host, one after the other: the second one also if the first one fails. */
async function runOn(host: HostName): Promise<ProjectRun[]> {
	const { n8n } = hosts[host];
	const template = join(folder, `template-${host}`);
	mkdirSync(template);
	await makeTemplate(template, hosts[host]);
	const runs: ProjectRun[] = [];
	for (const project of PROJECTS) {
		const report = join(folder, `${host}-${project}.json`);
		const begun = Date.now();
		const status = await test({
			project,
			variables: { E2E_HOST: host, N8N_TEMPLATE: template },
			rest: ['--json', '--outputFile', report],
			label: `n8n ${n8n}, ${project}`,
		});
		runs.push({ host, project, status, time: seconds(begun), report });
	}
	return runs;
}

/** Nothing, if jest ended before it wrote one. */
function readReport({ report }: ProjectRun): JestReport {
	if (!existsSync(report)) return { testResults: [] };
	return JSON.parse(readFileSync(report, 'utf8')) as JestReport;
}

/** What passed on one host, if all did. */
async function resultOf(host: HostName, runs: ProjectRun[]): Promise<HostResult | undefined> {
	if (runs.some(({ status }) => status !== 0)) return undefined;
	const passed = new Map<string, number>();
	for (const run of runs) {
		const content = readReport(run);
		for (const [subject, count] of passedIn(content)) passed.set(subject, count);
	}
	const { node } = await installHost(hosts[host]);
	const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
	return { n8n: hosts[host].n8n, node: version, passed };
}

async function main(): Promise<number> {
	build();
	const names = Object.keys(hosts) as HostName[];
	const endings = await Promise.allSettled(names.map(runOn));
	const results: HostResult[] = [];
	console.log();
	for (const [index, host] of names.entries()) {
		const ending = endings[index];
		const runs = ending?.status === 'fulfilled' ? ending.value : [];
		if (ending?.status === 'rejected')
			console.error(`FAILED on n8n ${hosts[host].n8n}:`, ending.reason);
		for (const run of runs) {
			const { project, status, time } = run;
			console.log(
				`${status === 0 ? 'Passed' : 'FAILED'}: ${project} on n8n ${hosts[host].n8n} (${time})`,
			);
			// Once more, at the end: a run prints too much to look for a failure in it.
			if (status !== 0) console.error(failuresIn(readReport(run)).join('\n'));
		}
		const result = runs.length > 0 ? await resultOf(host, runs) : undefined;
		if (result) results.push(result);
	}
	console.log(`All of it took ${seconds(started)}`);
	if (results.length < names.length) return 1;
	const table = asTable(compatibilityTable(results));
	console.log(`\n${table}`);
	await writeFigures(
		{ path: 'docs/internals/compatibility.md', command: 'npm run compatibility' },
		table,
	);
	return 0;
}

try {
	process.exitCode = await main();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

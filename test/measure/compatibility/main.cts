import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installHost } from '../../../host/install/install.cts';
import { hosts, type HostName } from '../../../host/install/versions.cts';
import { build, test } from '../../rigs/run/buildAndTest.cts';
import { writeFigures } from '../figures/write.cts';
import type { HostResult, JestReport } from './passed.ts';

/*
 * `npm run compatibility`: runs the e2e tests and those of the editor on every version of n8n that is supported, and writes
 * into the README what passed. A failure on one of them does not keep the others from being tested, but writes nothing.
 */

const PROJECTS = ['e2e', 'ui'] as const;
const folder = mkdtempSync(join(tmpdir(), 'compatibility-'));

async function run(host: HostName): Promise<HostResult | undefined> {
	const { passedIn } = await import('./passed.ts');
	const { n8n } = hosts[host];
	const passed = new Map<string, number>();
	let failures = 0;
	for (const project of PROJECTS) {
		console.log(`\nn8n ${n8n}: ${project}`);
		const outputFile = join(folder, `${host}-${project}.json`);
		const status = test(project, { E2E_HOST: host }, ['--json', '--outputFile', outputFile]);
		if (status !== 0) {
			failures++;
			continue;
		}
		const report = JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport;
		for (const [subject, count] of passedIn(report)) passed.set(subject, count);
	}
	const { node } = await installHost(hosts[host]);
	const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
	return failures > 0 ? undefined : { n8n, node: version, passed };
}

async function main(): Promise<number> {
	const { compatibilityTable } = await import('./passed.ts');
	const { asTable } = await import('../figures/section.ts');
	build();
	const results: HostResult[] = [];
	for (const host of Object.keys(hosts) as HostName[]) {
		const result = await run(host);
		if (result) results.push(result);
	}
	if (results.length < Object.keys(hosts).length) return 1;
	const table = asTable(compatibilityTable(results));
	console.log(`\n${table}`);
	await writeFigures({ path: 'README.md', command: 'npm run compatibility' }, table);
	return 0;
}

main()
	.catch((error: unknown) => {
		console.error(error);
		return 1;
	})
	.then((status) => {
		rmSync(folder, { recursive: true, force: true });
		process.exitCode = status;
	});

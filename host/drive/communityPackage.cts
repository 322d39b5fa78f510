import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import { runNpm } from '../install/npm.cts';
import type { N8nEnvironment } from './environment.cts';

/**
 * Installs a tarball as n8n does with a community package: into `.n8n/nodes`, without install scripts, the packages n8n
 * itself provides left out. Other packages stay installed.
 */
export async function installPackage(environment: N8nEnvironment, tarball: string): Promise<void> {
	const nodes = nodesFolder(environment);
	await mkdir(nodes, { recursive: true });
	const manifest = join(nodes, 'package.json');
	if (!existsSync(manifest)) {
		const content = { name: 'installed-nodes', private: true, dependencies: {} };
		await writeFile(manifest, JSON.stringify(content, null, 2));
	}
	// The tarball has to stay at the path in the manifest: a later install of another package reads it again.
	const kept = join(nodes, basename(tarball));
	if (kept !== tarball) await copyFile(tarball, kept);
	// Without "legacy", npm would look up the peers that it has to leave out.
	const flags = ['--omit=dev', '--omit=peer', '--legacy-peer-deps', '--ignore-scripts'];
	await runNpm(['install', ...flags, kept], {
		node: environment.host.node,
		cwd: nodes,
		log: environment.nextLog('npm-install'),
		limitMs: 300_000,
	});
	await removeUnused(nodes);
}

/** Where n8n loads this package from, once it is installed. */
export const installedFolder = (environment: N8nEnvironment): string =>
	join(nodesFolder(environment), 'node_modules', 'n8n-nodes-vipps-accounting');

const nodesFolder = ({ userFolder }: N8nEnvironment): string => join(userFolder, '.n8n', 'nodes');

/** Removes the tarballs of earlier builds. */
async function removeUnused(nodes: string): Promise<void> {
	const manifest = await readFile(join(nodes, 'package.json'), 'utf8');
	const tarballs = (await readdir(nodes)).filter((name) => name.endsWith('.tgz'));
	for (const name of tarballs) {
		if (!manifest.includes(name)) await rm(join(nodes, name));
	}
}

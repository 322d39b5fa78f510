import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { N8nEnvironment } from '../drive/environment.cts';
import { runNpm } from './npm.cts';

interface PackageManifest {
	n8n?: { nodes?: string[]; credentials?: string[] };
}

/**
 * Packs the built package exactly as npm would publish it.
 *
 * @param repository the package's folder
 * @param into an existing folder
 * @returns the tarball's path
 * @throws Error when a file that n8n is to load has not been built
 */
export async function packPackage(repository: string, into: string): Promise<string> {
	const manifest = JSON.parse(
		await readFile(join(repository, 'package.json'), 'utf8'),
	) as PackageManifest;
	const built = [...(manifest.n8n?.nodes ?? []), ...(manifest.n8n?.credentials ?? [])];
	const missing = built.filter((file) => !existsSync(join(repository, file)));
	if (missing.length)
		throw new Error(`Not built: ${missing.join(', ')}. Run "npm run build" first.`);

	const folder = await mkdtemp(join(tmpdir(), 'packed-'));
	try {
		await runNpm(['pack', '--ignore-scripts', `--pack-destination=${folder}`], {
			node: process.execPath,
			cwd: repository,
			log: join(folder, 'npm-pack'),
			limitMs: 120_000,
		});
		const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
		if (!tarball) throw new Error('npm pack made no tarball');
		const packed = join(into, await nameByContent(join(folder, tarball)));
		await copyFile(join(folder, tarball), packed);
		return packed;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** npm takes a tarball for known by its path, so another build needs another name. */
async function nameByContent(tarball: string): Promise<string> {
	const hash = createHash('sha256')
		.update(await readFile(tarball))
		.digest('hex')
		.slice(0, 12);
	return `${basename(tarball, '.tgz')}-${hash}.tgz`;
}

/**
 * Installs a tarball as n8n does with a community package: into `.n8n/nodes`, without install scripts, the packages n8n
 * itself provides left out. Other packages that are there stay.
 */
export async function installPackage(environment: N8nEnvironment, tarball: string): Promise<void> {
	const nodes = join(environment.userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	const manifest = join(nodes, 'package.json');
	if (!existsSync(manifest)) {
		const content = { name: 'installed-nodes', private: true, dependencies: {} };
		await writeFile(manifest, JSON.stringify(content, null, 2));
	}
	// The tarball stays where the manifest says it is, or a later install of another package would miss it.
	const kept = join(nodes, basename(tarball));
	if (kept !== tarball) await copyFile(tarball, kept);
	// Without "legacy" npm looks up the peers that it is told to leave out.
	const flags = ['--omit=dev', '--omit=peer', '--legacy-peer-deps', '--ignore-scripts'];
	await runNpm(['install', ...flags, kept], {
		node: environment.host.node,
		cwd: nodes,
		log: environment.nextLog('npm-install'),
		limitMs: 300_000,
	});
	await removeUnused(nodes);
}

/** Tarballs of earlier builds. */
async function removeUnused(nodes: string): Promise<void> {
	const manifest = await readFile(join(nodes, 'package.json'), 'utf8');
	const tarballs = (await readdir(nodes)).filter((name) => name.endsWith('.tgz'));
	for (const name of tarballs) {
		if (!manifest.includes(name)) await rm(join(nodes, name));
	}
}

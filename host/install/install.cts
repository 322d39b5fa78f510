import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { hostsFolder } from '../folders.cts';
import { inheritedEnvironment } from '../process/inherited.cts';
import { holdLock } from '../process/lock.cts';
import { readLog } from '../process/program.cts';
import type { Report } from '../process/progress.cts';
import { runProgram } from '../process/run.cts';
import { nodeFor, type NodeOptions } from './node.cts';
import { runNpm } from './npm.cts';
import type { HostRecipe } from './versions.cts';

/** An n8n that is ready to run. */
export interface Host {
	recipe: HostRecipe;
	folder: string;
	/** The Node binary it runs on. */
	node: string;
	/** The script of n8n's command line. */
	command: string;
}

/** The folder of the hosts (`<folder>/<n8n version>`), the Node to install for, and the progress report. */
export type InstallOptions = NodeOptions;

/**
 * Installs an n8n, or finds one that is installed. An install downloads some 2 GB and takes a few minutes; after an
 * interruption it starts again from the beginning.
 *
 * @throws Error with the last lines npm printed, if npm fails
 */
export async function installHost(recipe: HostRecipe, options: InstallOptions = {}): Promise<Host> {
	const { report } = options;
	const node = await nodeFor(recipe.node, options);
	const folder = join(options.folder ?? hostsFolder, recipe.n8n);
	const host: Host = { recipe, folder, node, command: join(folder, 'node_modules/n8n/bin/n8n') };
	if ((await isInstalled(host)) && !(await bindingError(host))) return host;

	await holdLock(
		folder,
		async () => {
			if (!(await isInstalled(host))) await install(host, report);
			await bind(host, report);
			await markInstalled(host);
		},
		report,
	);
	return host;
}

/** The host's package.json, where the `overrides` are. */
function manifestOf({ n8n, overrides, native }: HostRecipe): string {
	const allowScripts = Object.fromEntries(native.map((name) => [name, true]));
	const manifest = {
		name: 'n8n-host',
		private: true,
		dependencies: { n8n },
		overrides,
		allowScripts,
	};
	return JSON.stringify(manifest, null, 2);
}

/** The file is written last, so a folder without it is incomplete. It holds the installed manifest. */
const markerOf = ({ folder }: Pick<Host, 'folder'>) => join(folder, 'installed.json');

async function isInstalled(host: Host): Promise<boolean> {
	const marker = await readFile(markerOf(host), 'utf8').catch(() => undefined);
	return marker === manifestOf(host.recipe);
}

async function markInstalled(host: Host): Promise<void> {
	const unfinished = `${markerOf(host)}.new`;
	await writeFile(unfinished, manifestOf(host.recipe));
	await rename(unfinished, markerOf(host));
}

async function install({ recipe, folder, node }: Host, report?: Report): Promise<void> {
	const modules = join(folder, 'node_modules');
	report?.('clearing what an earlier install left');
	await rm(markerOf({ folder }), { force: true });
	await rm(modules, { recursive: true, force: true, maxRetries: 3 });
	await rm(join(folder, 'package-lock.json'), { force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), manifestOf(recipe));

	const log = join(folder, 'npm-install');
	let before = 0;
	const onTick = async () => {
		const { stderr } = await readLog(log);
		const answers = stderr.match(/^npm http (fetch|cache) /gm)?.length ?? 0;
		const isLoading = answers === 0 || answers > before;
		report?.(`npm is ${isLoading ? 'downloading' : 'unpacking'}, ${answers} answers so far`);
		before = answers;
	};
	// Install scripts are off, whatever npm's settings: `bind` runs the few that are needed.
	const flags = ['--ignore-scripts', '--loglevel=http', ...recipe.installFlags];
	await runNpm(['install', ...flags], {
		node,
		cwd: folder,
		log,
		limitMs: 45 * 60_000,
		onTick: () => void onTick(),
	});
}

/** Builds or downloads the bindings that do not load on the host's Node. */
async function bind(host: Host, report?: Report): Promise<void> {
	if (!(await bindingError(host))) return;
	const { native } = host.recipe;
	report?.(`building ${native.join(', ')}`);
	await runNpm(['rebuild', ...native, '--ignore-scripts=false', '--foreground-scripts'], {
		node: host.node,
		cwd: host.folder,
		log: join(host.folder, 'npm-rebuild'),
		limitMs: 30 * 60_000,
	});
	const error = await bindingError(host);
	if (error) throw new Error(`${native.join(', ')} cannot be loaded after a rebuild:\n${error}`);
}

/** Why the native packages do not load on the host's Node; empty if they do. */
async function bindingError({ recipe, folder, node }: Host): Promise<string> {
	const script = `for (const name of ${JSON.stringify(recipe.native)}) require(name)`;
	const run = await runProgram(node, ['-e', script], {
		cwd: folder,
		env: inheritedEnvironment(node),
		log: join(folder, 'bindings'),
		limitMs: 60_000,
	});
	return run.code === 0 ? '' : run.tail || `exit code ${run.code}`;
}

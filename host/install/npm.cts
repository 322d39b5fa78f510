import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';

import { inheritedEnvironment } from '../process/inherited.cts';
import { runProgram, type RunOptions } from '../process/run.cts';

export interface NpmOptions extends Omit<RunOptions, 'env' | 'noise'> {
	/** The Node for npm and for the scripts that it starts. */
	node: string;
}

/** The requests listed by `--loglevel=http`, and warnings about the user's settings. */
const noise = /^npm (http|warn Unknown )/;

/**
 * Runs npm, always as `node npm-cli.js`: without a shell, the same on every platform, and on the Node that it installs
 * for.
 *
 * @throws Error with the last lines it printed, if npm fails
 */
export async function runNpm(args: readonly string[], options: NpmOptions): Promise<void> {
	const { node, ...rest } = options;
	const env = inheritedEnvironment(node);
	const headers = headersBeside(node);
	if (headers) env.npm_config_nodedir = headers;
	const all = [...args, '--no-audit', '--no-fund', '--no-update-notifier'];
	const run = await runProgram(node, [npmScript(), ...all], { ...rest, env, noise });
	if (run.code === 0) return;
	throw new Error(`npm ${args.join(' ')} failed (exit code ${run.code}):\n${run.tail}`);
}

/**
 * npm's script: the one that started this process, else the one beside Node or in the path.
 *
 * @throws Error if there is none
 */
export function npmScript(env: NodeJS.ProcessEnv = process.env): string {
	const beside = dirname(realpathSync(process.execPath));
	const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
	const candidates = [
		env.npm_execpath ?? '',
		resolve(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
		...[beside, ...folders].flatMap((folder) => [
			join(folder, 'npm'),
			join(folder, 'node_modules/npm/bin/npm-cli.js'),
		]),
	];
	for (const candidate of candidates) {
		if (!candidate || !existsSync(candidate)) continue;
		const script = realpathSync(candidate);
		if (basename(script) === 'npm-cli.js') return script;
	}
	throw new Error('npm was not found. Install Node.js together with npm, then try again.');
}

/** The folder where node-gyp finds the headers of this Node, if they were installed with it. */
function headersBeside(node: string): string | undefined {
	const folder = dirname(dirname(realpathSync(node)));
	return existsSync(join(folder, 'include/node/node_api.h')) ? folder : undefined;
}

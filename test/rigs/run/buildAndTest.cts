import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

import { repository } from '../../../host/folders.cts';

/** Builds the package, in this terminal; ends this process when that fails. */
export function build(): void {
	const gulp = join(dirname(require.resolve('gulp')), 'bin/gulp.js');
	const { status } = spawnSync(process.execPath, [gulp, 'build'], {
		cwd: repository,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** What to run, and how. */
export interface TestRun {
	/** Of jest. */
	project: string;
	/** Further ones for the tests. */
	variables: NodeJS.ProcessEnv;
	/** For jest. */
	rest: readonly string[];
	/** Begins each line that is printed: it says which run the line is from. Nothing if there is only one. */
	label?: string;
}

/**
 * Runs the tests of a project, one file after the other, in this terminal.
 *
 * @returns jest's exit code
 */
export async function test({ project, variables, rest, label }: TestRun): Promise<number> {
	const jest = require.resolve('jest/bin/jest');
	const args = [jest, '--selectProjects', project, '--runInBand', ...rest];
	const child = spawn(process.execPath, args, {
		cwd: repository,
		env: { ...process.env, ...variables },
		stdio: label === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
	});
	for (const output of [child.stdout, child.stderr]) {
		if (!output) continue;
		createInterface({ input: output }).on('line', (line) => console.log(`${label} | ${line}`));
	}
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (status) => resolve(status ?? 1));
	});
}

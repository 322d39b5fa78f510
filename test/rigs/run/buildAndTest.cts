import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

import { repository } from '../../../host/folders.cts';

/** Builds the package, in this terminal; ends this process when that fails. */
export function build(): void {
	const status = run(join(dirname(require.resolve('gulp')), 'bin/gulp.js'), ['build']);
	if (status !== 0) process.exit(status);
}

/**
 * Runs the tests of a project, in this terminal.
 *
 * @param variables further ones for the tests
 * @param rest for jest
 * @returns jest's exit code
 */
export const test = (
	project: string,
	variables: NodeJS.ProcessEnv,
	rest: readonly string[],
): number =>
	run(
		require.resolve('jest/bin/jest'),
		['--selectProjects', project, '--runInBand', ...rest],
		variables,
	);

function run(script: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): number {
	const { status } = spawnSync(process.execPath, [script, ...args], {
		cwd: repository,
		env: { ...process.env, ...variables },
		stdio: 'inherit',
	});
	return status ?? 1;
}

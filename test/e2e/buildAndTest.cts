import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

import { repository } from '../../host/folders.cts';

/**
 * Builds the package and runs the tests of a project in this terminal; ends with the exit code of what did not succeed.
 *
 * @param variables further ones for the tests
 * @param rest for jest
 */
export function buildAndTest(
	project: string,
	variables: NodeJS.ProcessEnv,
	rest: readonly string[],
): void {
	const run = (script: string, args: readonly string[]) => {
		const { status } = spawnSync(process.execPath, [script, ...args], {
			cwd: repository,
			env: { ...process.env, ...variables },
			stdio: 'inherit',
		});
		if (status !== 0) process.exit(status ?? 1);
	};
	run(join(dirname(require.resolve('gulp')), 'bin/gulp.js'), ['build']);
	run(require.resolve('jest/bin/jest'), ['--selectProjects', project, '--runInBand', ...rest]);
}

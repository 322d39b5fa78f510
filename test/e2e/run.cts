import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

import { repository } from '../../host/folders.cts';
import { hosts } from '../../host/versions.cts';
import { readArguments } from './arguments.cts';

/*
 * `npm run test:e2e -- --host current`: builds the package and runs every e2e test on one host. What else is given goes
 * to jest.
 */

const { host, rest, complaint } = readArguments(process.argv.slice(2));
if (complaint !== undefined) {
	console.error(complaint);
	process.exit(2);
}

/** Runs a script of a development dependency in this terminal; ends with its exit code where that is not 0. */
function run(script: string, args: readonly string[]): void {
	const { status } = spawnSync(process.execPath, [script, ...args], {
		cwd: repository,
		env: { ...process.env, E2E_HOST: host },
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

console.log(`Testing on n8n ${hosts[host].n8n} (${host})`);
run(join(dirname(require.resolve('gulp')), 'bin/gulp.js'), ['build']);
run(require.resolve('jest/bin/jest'), ['--selectProjects', 'e2e', '--runInBand', ...rest]);

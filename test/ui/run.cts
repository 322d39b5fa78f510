import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

import { repository } from '../../host/folders.cts';
import { hosts } from '../../host/versions.cts';
import { readArguments } from '../e2e/arguments.cts';

/*
 * `npm run test:ui -- --host current`: builds the package and drives the editor of one host in Chromium. `--screenshots`
 * writes the pictures of the documentation anew. What else is given goes to jest.
 */

const SCREENSHOTS = '--screenshots';

const { host, rest, complaint } = readArguments(process.argv.slice(2));
if (complaint !== undefined) {
	console.error(complaint);
	process.exit(2);
}
const env = {
	...process.env,
	E2E_HOST: host,
	UI_PICTURES: rest.includes(SCREENSHOTS) ? join(repository, 'docs', 'images') : '',
};

/** Runs a script of a development dependency in this terminal; ends with its exit code where that is not 0. */
function run(script: string, args: readonly string[]): void {
	const { status } = spawnSync(process.execPath, [script, ...args], {
		cwd: repository,
		env,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

console.log(`Driving the editor of n8n ${hosts[host].n8n} (${host})`);
run(join(dirname(require.resolve('gulp')), 'bin/gulp.js'), ['build']);
const forJest = rest.filter((argument) => argument !== SCREENSHOTS);
run(require.resolve('jest/bin/jest'), ['--selectProjects', 'ui', '--runInBand', ...forJest]);

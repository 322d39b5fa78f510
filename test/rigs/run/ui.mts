import { join } from 'node:path';

import { repository } from '../../../host/folders.cts';
import { hosts } from '../../../host/install/versions.cts';
import { readArguments } from './arguments.cts';
import { build, test } from './buildAndTest.cts';

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

console.log(`Driving the editor of n8n ${hosts[host].n8n} (${host})`);
const pictures = rest.includes(SCREENSHOTS) ? join(repository, 'docs', 'images') : '';
const forJest = rest.filter((argument) => argument !== SCREENSHOTS);
build();
const variables = { E2E_HOST: host, UI_PICTURES: pictures };
void test({ project: 'ui', variables, rest: forJest }).then((status) => {
	process.exitCode = status;
});

import { hosts } from '../../../host/install/versions.cts';
import { readArguments } from './arguments.cts';
import { build, test } from './buildAndTest.cts';

/*
 * `npm run test:e2e -- --host current`: builds the package and runs every e2e test on one host. What else is given goes
 * to jest.
 */

const { host, rest, complaint } = readArguments(process.argv.slice(2));
if (complaint !== undefined) {
	console.error(complaint);
	process.exit(2);
}

console.log(`Testing on n8n ${hosts[host].n8n} (${host})`);
build();
void test({ project: 'e2e', variables: { E2E_HOST: host }, rest }).then((status) => {
	process.exitCode = status;
});

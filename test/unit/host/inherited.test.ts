import { inheritedEnvironment } from '../../../host/process/inherited.cts';
import { join, pathDelimiter as delimiter } from './machine.cts';

const node = join('some', 'bin', 'node');

describe('the environment that a program inherits', () => {
	it("keeps the user's own variables", () => {
		const environment = inheritedEnvironment(node, {
			HOME: 'home',
			HTTPS_PROXY: 'proxy',
			LANG: 'nb',
		});
		expect(environment).toMatchObject({ HOME: 'home', HTTPS_PROXY: 'proxy', LANG: 'nb' });
	});

	it('drops the variables of a parent npm', () => {
		const environment = inheritedEnvironment(node, {
			npm_config_ignore_scripts: 'true',
			npm_config_prefix: 'elsewhere',
			npm_config_omit: 'dev',
			npm_package_json: 'package.json',
			npm_lifecycle_event: 'start',
			INIT_CWD: 'here',
			PATH: 'path',
		});
		expect(Object.keys(environment)).toEqual(['PATH']);
	});

	it('keeps how npm reaches its registry', () => {
		const access = {
			npm_config_registry: 'a',
			NPM_CONFIG_CAFILE: 'b',
			'npm_config_@acme:registry': 'c',
			npm_config_userconfig: 'd',
			npm_config_https_proxy: 'e',
		};
		expect(inheritedEnvironment(node, { ...access })).toMatchObject(access);
	});

	it('drops the settings of another n8n and of the parent process', () => {
		const environment = inheritedEnvironment(node, {
			N8N_ENCRYPTION_KEY: 'a',
			DB_TYPE: 'postgresdb',
			EXECUTIONS_MODE: 'queue',
			WEBHOOK_URL: 'b',
			NODE_OPTIONS: '--inspect',
			NODE_ENV: 'test',
			JEST_WORKER_ID: '1',
			Path: 'path',
		});
		expect(Object.keys(environment)).toEqual(['Path']);
	});

	it('has the folder of its Node first in the path, in any spelling of PATH', () => {
		const folder = join('some', 'bin');
		expect(inheritedEnvironment(node, { PATH: 'a' })).toEqual({ PATH: `${folder}${delimiter}a` });
		expect(inheritedEnvironment(node, { Path: 'a' })).toEqual({ Path: `${folder}${delimiter}a` });
		expect(inheritedEnvironment(node, {})).toEqual({ PATH: folder });
	});
});

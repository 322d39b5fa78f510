/** One project per kind of test, so that each can be run alone: `npx jest --selectProjects unit`. */
const project = (name, more = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'cts', 'js', 'cjs', 'json', 'node'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.n8n-hosts/'],
	transform: {
		'\\.c?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	...more,
});

module.exports = {
	// A slow machine is no failure; a hang is.
	testTimeout: 60_000,
	// By default a core is left idle, which on two cores is half of the time.
	maxWorkers: '100%',
	projects: [
		project('unit'),
		project('engine', { setupFilesAfterEnv: ['<rootDir>/test/rigs/engine/isolation.js'] }),
		project('e2e', {
			globalSetup: '<rootDir>/test/rigs/n8n/setup/provideTemplate.cts',
			globalTeardown: '<rootDir>/test/rigs/n8n/setup/removeTemplate.cts',
		}),
		project('ui', {
			setupFilesAfterEnv: ['<rootDir>/test/rigs/editor/setup/timeLimit.js'],
			globalSetup: '<rootDir>/test/rigs/editor/setup/start.cts',
			globalTeardown: '<rootDir>/test/rigs/editor/setup/stop.cts',
		}),
	],
};

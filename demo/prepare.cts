import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { installPackage } from '../host/drive/communityPackage.cts';
import { openEnvironment, type N8nEnvironment } from '../host/drive/environment.cts';
import { hostsFolder, repository } from '../host/folders.cts';
import { installHost } from '../host/install/install.cts';
import { packPackage } from '../host/install/pack.cts';
import { hosts } from '../host/install/versions.cts';
import { inheritedEnvironment } from '../host/process/inherited.cts';
import { runProgram } from '../host/process/run.cts';
import { step } from './step.cts';

/** The user folder of the demo's n8n. It is kept between runs, with everything that the user adds. */
export const demoFolder = join(hostsFolder, 'demo');

/**
 * Builds this package, and installs it into a private n8n.
 *
 * @param variables further ones for n8n
 */
export async function prepareN8n(variables: NodeJS.ProcessEnv = {}): Promise<N8nEnvironment> {
	await step({
		doing: 'Building the nodes',
		work: build,
		done: 'The nodes are built',
		advice: 'Run "npm install", then "npm run build", and read what it prints.',
	});
	const recipe = hosts.baseline;
	const host = await step({
		doing: `Getting n8n ${recipe.n8n}, the first time about 2 GB in some minutes`,
		work: async (report) => await installHost(recipe, { report }),
		done: ({ node }) => {
			const brought = node === process.execPath ? '' : ', on a Node of its own';
			return `n8n ${recipe.n8n} is installed${brought}`;
		},
		advice:
			'Check the connection to the npm registry and to GitHub and the free disk space, then run this again.',
	});
	return await step({
		doing: 'Installing the nodes into n8n',
		work: async () => {
			const environment = await openEnvironment(host, demoFolder, { variables });
			const folder = await mkdtemp(join(tmpdir(), 'demo-'));
			try {
				await installPackage(environment, await packPackage(repository, folder));
			} finally {
				await rm(folder, { recursive: true, force: true });
			}
			return environment;
		},
		done: 'The nodes are installed into n8n',
		advice: `Close whatever uses ${demoFolder}, or delete that folder, then run this again.`,
	});
}

/** Does the same as `npm run build`. */
export async function build(): Promise<void> {
	const gulp = join(dirname(createRequire(__filename).resolve('gulp')), 'bin/gulp.js');
	const { code, tail } = await runProgram(process.execPath, [gulp, 'build'], {
		cwd: repository,
		env: inheritedEnvironment(process.execPath),
		log: join(hostsFolder, 'build'),
		limitMs: 300_000,
		noise: /(Starting|Finished) '|Using gulpfile|^\s+at |' errored after /,
	});
	if (code !== 0) throw new Error(tail);
}

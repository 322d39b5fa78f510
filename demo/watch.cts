import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { watch } from 'chokidar';

import { installedFolder } from '../host/drive/communityPackage.cts';
import type { N8nEnvironment } from '../host/drive/environment.cts';
import { repository } from '../host/folders.cts';
import { build } from './prepare.cts';
import { describeFailure, step } from './step.cts';

/** What the published code is built from. */
const sources = ['accounting', 'credentials', 'icons', 'nodes', 'vipps'];

/** n8n loads nodes anew when the files that it loaded them from change. */
export const reloading = { N8N_DEV_RELOAD: 'true' };

/**
 * Builds after each change of a source, and puts the result into n8n. If a build fails, it says why, and n8n keeps the
 * nodes that it has.
 *
 * @returns ends it
 */
export function buildOnChange(environment: N8nEnvironment): () => Promise<void> {
	let isBuilding = false;
	let isChanged = false;
	const buildAll = async () => {
		isChanged = true;
		if (isBuilding) return;
		isBuilding = true;
		while (isChanged) {
			isChanged = false;
			await rebuild(environment).catch((error: unknown) => console.error(describeFailure(error)));
		}
		isBuilding = false;
	};
	const watcher = watch(sources, { cwd: repository, ignoreInitial: true });
	watcher.on('all', () => void buildAll());
	console.log(`Watching ${sources.join(', ')}: each change is built at once`);
	return async () => await watcher.close();
}

async function rebuild(environment: N8nEnvironment): Promise<void> {
	await step({
		doing: 'Building the nodes again',
		work: async () => {
			await build();
			// Not a link: n8n would look for the files that it loaded under the link's own path.
			const loaded = join(installedFolder(environment), 'dist');
			await cp(join(repository, 'dist'), loaded, { recursive: true });
		},
		done: 'The nodes are built again, and n8n loads them',
		advice: 'Correct the source. It is built again when you save it.',
	});
}

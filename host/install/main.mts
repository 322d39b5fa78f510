/** Installs every host that is not there yet, one after the other: two at the same time would share the network and the disk. */
import { showProgress } from '../process/progress.cts';
import { installHost } from './install.cts';
import { hosts } from './versions.cts';

for (const recipe of Object.values(hosts)) {
	const progress = showProgress(`n8n ${recipe.n8n}`);
	await installHost(recipe, { report: progress.report });
	progress.end(`n8n ${recipe.n8n} is installed`);
}

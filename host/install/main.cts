import { installHost } from './install.cts';
import { hosts } from './versions.cts';
import { showProgress } from '../process/progress.cts';

/** Installs every host that is not there yet, one after the other: two at once share the network and the disk. */
async function main(): Promise<void> {
	for (const recipe of Object.values(hosts)) {
		const progress = showProgress(`n8n ${recipe.n8n}`);
		await installHost(recipe, { report: progress.report });
		progress.end(`n8n ${recipe.n8n} is installed`);
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});

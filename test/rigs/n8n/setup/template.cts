import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installPackage } from '../../../../host/drive/communityPackage.cts';
import { openEnvironment } from '../../../../host/drive/environment.cts';
import { importCredentials } from '../../../../host/drive/n8n.cts';
import { repository } from '../../../../host/folders.cts';
import { installHost } from '../../../../host/install/install.cts';
import { packPackage } from '../../../../host/install/pack.cts';
import { chosenHost } from './chosenHost.cts';
import { credentialsFor, RIGHT_SECRET } from './credentials.cts';

/** A user folder to copy: n8n's database is made, the packed package installed, the credentials imported. */
export interface Template {
	/** Version of the n8n that made it. */
	n8n: string;
	/** The user folder. */
	folder: string;
	/** Port of the sandbox that its credentials lead to. */
	sandboxPort: number;
}

/** Which file of a template says what is in it. */
const DESCRIPTION = 'template.json';

/**
 * Packs the package and makes a template of a host in an empty folder. Takes minutes if n8n has to be installed first.
 * Needs a finished build.
 */
export async function makeTemplate(folder: string, recipe = chosenHost()): Promise<void> {
	const { startSandbox } = await import('../../../../sandbox/index.ts');
	const host = await installHost(recipe, { report: (line) => console.log(line) });
	const environment = await openEnvironment(host, folder);
	await installPackage(environment, await packPackage(repository, folder));
	// The sandbox is only started for a free port and the keys that fit it.
	const sandbox = await startSandbox({ clientSecret: RIGHT_SECRET });
	await sandbox.close();
	await importCredentials(environment, credentialsFor(sandbox));
	const template: Template = {
		n8n: host.recipe.n8n,
		folder,
		sandboxPort: Number(new URL(sandbox.url).port),
	};
	await writeFile(join(folder, DESCRIPTION), JSON.stringify(template));
}

/** The template that the run was started with, if there is one of the chosen host. */
export async function givenTemplate(): Promise<Template | undefined> {
	const folder = process.env.N8N_TEMPLATE;
	if (!folder) return undefined;
	const template = JSON.parse(await readFile(join(folder, DESCRIPTION), 'utf8')) as Template;
	return template.n8n === chosenHost().n8n ? template : undefined;
}

/** Makes an empty user folder like the template. The template's own logs stay behind. */
export async function copyTemplate(template: Template, folder: string): Promise<void> {
	const own = ['logs', DESCRIPTION].map((name) => join(template.folder, name));
	await cp(template.folder, folder, { recursive: true, filter: (path) => !own.includes(path) });
}

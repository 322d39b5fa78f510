import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeTemplate } from './template.cts';

let own: string | undefined;

/** Before all test files: makes the template that each of them copies, unless `N8N_TEMPLATE` names one. */
export default async function provideTemplate(): Promise<void> {
	if (process.env.N8N_TEMPLATE) return;
	own = await mkdtemp(join(tmpdir(), 'n8n-template-'));
	await makeTemplate(own);
	process.env.N8N_TEMPLATE = own;
}

/** After all test files: removes what was made. */
export async function removeTemplate(): Promise<void> {
	if (!own) return;
	delete process.env.N8N_TEMPLATE;
	await rm(own, { recursive: true, force: true });
}

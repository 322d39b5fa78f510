import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { repository } from '../../../host/folders.cts';

type Json = Record<string, unknown>;

interface Parameters {
	jsCode?: string;
	assignments?: { assignments: Array<{ name: string; value: string }> };
}

function parametersIn(workflow: string): Parameters[] {
	const text = readFileSync(join(repository, 'workflows', `${workflow}.json`), 'utf8');
	const { nodes } = JSON.parse(text) as { nodes: Array<{ parameters: Parameters }> };
	return nodes.map(({ parameters }) => parameters);
}

/** What the Code node of a recipe makes of items, outside n8n. */
export function runRecipeCode(workflow: string, items: object[]): Json[] {
	const code =
		parametersIn(workflow)
			.map(({ jsCode }) => jsCode)
			.find(Boolean) ?? '';
	const $input = { all: () => items.map((json) => ({ json })) };
	const made = runInNewContext(`(() => {${code}})()`, { $input }) as Array<{ json: Json }>;
	return JSON.parse(JSON.stringify(made.map(({ json }) => json))) as Json[];
}

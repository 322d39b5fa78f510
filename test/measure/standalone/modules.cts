import { createRequire } from 'node:module';

/**
 * `import './VippsSales.node'` means the TypeScript file, and beside it lies n8n's `VippsSales.node.json`, which Node would
 * find first: from now on JSON is what it looks for last.
 */
export function preferTypeScript(): void {
	const endings = createRequire(__filename).extensions as NodeJS.Dict<
		NodeJS.RequireExtensions['.json']
	>;
	const readJson = endings['.json'];
	delete endings['.json'];
	endings['.json'] = readJson;
}

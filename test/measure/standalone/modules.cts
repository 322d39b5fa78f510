import { createRequire } from 'node:module';

/**
 * Makes Node prefer `VippsSales.node.ts` to n8n's `VippsSales.node.json` when it loads `./VippsSales.node`: from now on it looks
 * for JSON last.
 */
export function preferTypeScript(): void {
	const endings = createRequire(__filename).extensions as NodeJS.Dict<
		NodeJS.RequireExtensions['.json']
	>;
	const readJson = endings['.json'];
	delete endings['.json'];
	endings['.json'] = readJson;
}

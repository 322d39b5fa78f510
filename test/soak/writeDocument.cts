import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * Puts new tables into the document.
 *
 * @returns its path from the repository's root
 */
export async function writeTables(repository: string, tables: string): Promise<string> {
	const { documentPath, replaceTables } = await import('./document.ts');
	const path = join(repository, documentPath);
	const text = replaceTables(await readFile(path, 'utf8'), tables);
	await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
	return documentPath;
}

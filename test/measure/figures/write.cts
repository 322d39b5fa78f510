import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { repository } from '../../../host/folders.cts';
import type { FiguresDocument } from './document.ts';

/** Puts new figures between the markers of a document. */
export async function writeFigures(document: FiguresDocument, figures: string): Promise<void> {
	const { replaceFigures } = await import('./document.ts');
	const path = join(repository, document.path);
	const text = replaceFigures(await readFile(path, 'utf8'), document, figures);
	await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

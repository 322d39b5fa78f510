import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import { repository } from '../../../host/folders.cts';
import { replaceFigures, type FiguresDocument } from './document.cts';

/** Puts new figures between the markers of a document, and formats it. */
export async function writeFigures(document: FiguresDocument, figures: string): Promise<void> {
	const path = join(repository, document.path);
	const text = replaceFigures(await readFile(path, 'utf8'), document, figures);
	await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

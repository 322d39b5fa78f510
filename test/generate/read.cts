import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repository } from '../../host/folders.cts';

/** The text of a document, by its path from the repository's root. */
export const readDocument = async (path: string): Promise<string> =>
	await readFile(join(repository, path), 'utf8');

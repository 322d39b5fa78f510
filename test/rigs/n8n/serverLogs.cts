import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { N8nEnvironment } from '../../../host/drive/environment.cts';

/** Every line that the servers of an environment have printed, all their starts. */
export async function serverLogs({ userFolder }: N8nEnvironment): Promise<string[]> {
	const folder = join(userFolder, 'logs');
	const files = (await readdir(folder)).filter((file) => file.includes('-start.'));
	const texts = files.map(async (file) => await readFile(join(folder, file), 'utf8'));
	return (await Promise.all(texts)).flatMap((text) => text.split('\n'));
}

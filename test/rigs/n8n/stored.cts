import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import type { N8nEnvironment } from '../../../host/drive/environment.cts';
import { inheritedEnvironment } from '../../../host/process/inherited.cts';
import { runToCode } from '../../../host/drive/n8n.cts';
import { runProgram } from '../../../host/process/run.cts';

/** Prints every row of every table as a line of JSON, the table's name first. */
const dump = `
	const { Database, OPEN_READONLY } = require('sqlite3');
	const db = new Database(process.argv[1], OPEN_READONLY, (error) => {
		if (error) throw error;
		db.all("select name from sqlite_master where type = 'table'", (error, tables) => {
			if (error) throw error;
			for (const { name } of tables) {
				db.each('select * from "' + name + '"', (error, row) => {
					if (error) throw error;
					console.log(JSON.stringify([name, row]));
				});
			}
		});
	});`;

/** What n8n keeps in its database, row by row as n8n reads it: in the file a long text lies in pieces. */
export async function storedRows({
	host,
	userFolder,
}: N8nEnvironment): Promise<Array<[table: string, row: Record<string, unknown>]>> {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	// Not in the user folder: a later search would find what this one read.
	const folder = await mkdtemp(join(tmpdir(), 'n8n-rows-'));
	try {
		const { code, stdout, tail } = await runProgram(host.node, ['-e', dump, file], {
			cwd: host.folder,
			env: inheritedEnvironment(host.node),
			log: join(folder, 'rows'),
			limitMs: 60_000,
		});
		if (code !== 0) throw new Error(`The database could not be read:\n${tail}`);
		const lines = stdout.split('\n').filter(Boolean);
		return lines.map((line) => JSON.parse(line) as [string, Record<string, unknown>]);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Every file below the user folder, its path relative to that, as bytes: database, journals, settings, logs. */
export async function storedFiles({ userFolder }: N8nEnvironment): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	const entries = await readdir(userFolder, { recursive: true, withFileTypes: true });
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const content = await readFile(path).catch(() => undefined);
		if (content) files.set(relative(userFolder, path), content);
	}
	return files;
}

/** Writes the credentials, decrypted, into a file in the user folder. */
export async function exportSecrets(environment: N8nEnvironment): Promise<void> {
	const output = join(environment.userFolder, 'decrypted.json');
	const args = ['export:credentials', '--all', '--decrypted', `--output=${output}`];
	const { code, tail } = await runToCode(environment, args);
	if (code !== 0) throw new Error(`n8n did not export the credentials:\n${tail}`);
}

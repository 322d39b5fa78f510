import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { repository } from '../../../host/folders.cts';

const UNREAD = /(?:^|\/)(?:node_modules|dist|\.git|\.n8n-hosts)(?:\/|$)/;

/** All Markdown of the repository, by path from its root. */
export function documents(): Map<string, string> {
	return new Map(filesIn(repository, '.md'));
}

/** What a link in a document leads to, by path from the repository's root; undefined when nothing is there. */
export function targetOf(document: string, link: string): string | undefined {
	const target = link === '' ? document : join(dirname(document), link).replaceAll('\\', '/');
	return existsSync(join(repository, target)) ? target : undefined;
}

/** All that is published, as one text: what the package can say to a user stands in it. */
export function publishedSource(): string {
	const rooms = ['accounting', 'credentials', 'nodes', 'vipps'].map((room) =>
		join(repository, room),
	);
	return rooms.flatMap((room) => filesIn(room, '.ts').map(([, text]) => text)).join('\n');
}

function filesIn(folder: string, ending: string): Array<[path: string, text: string]> {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		const shown = relative(repository, path).replaceAll('\\', '/');
		if (UNREAD.test(shown)) return [];
		if (entry.isDirectory()) return filesIn(path, ending);
		return entry.name.endsWith(ending)
			? [[shown, readFileSync(path, 'utf8')] as [string, string]]
			: [];
	});
}

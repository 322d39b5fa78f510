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

const images = join(repository, 'docs', 'images');

/** The names of the pictures, each light and dark. */
export const pictures = (): string[] =>
	readdirSync(images)
		.filter((file) => !file.endsWith('.dark.png'))
		.map((file) => file.replace('.png', ''));

/** The size of a picture in pixels. */
export function sizeOf(file: string): { width: number; height: number } {
	const header = readFileSync(join(images, file));
	return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
}

/** The names of the commands that `npm run` has. */
export function scripts(): string[] {
	const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
		scripts: object;
	};
	return Object.keys(manifest.scripts);
}

const published = ['accounting', 'credentials', 'nodes', 'vipps'];

/** All that is published, as one text: what the package can say to a user stands in it. */
export const publishedSource = (): string => textsOf('.ts').join('\n');

/** What the published code and the codex files of the nodes say of addresses and the like. */
export const publishedTexts = (): string => [...textsOf('.ts'), ...textsOf('.json')].join('\n');

const textsOf = (ending: string): string[] =>
	published.flatMap((folder) => filesIn(join(repository, folder), ending).map(([, text]) => text));

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

import { version } from '../../../package.json';
import { documents, pictures, publishedTexts, scripts, sizeOf, targetOf } from './documents.cts';

const REPOSITORY = 'n8n-nodes-vipps-accounting/n8n-nodes-vipps-accounting';
/** A file of this repository by its address: for a reader, or for n8n's Import from URL. */
const ownFile = new RegExp(
	`https://(?:github\\.com/${REPOSITORY}/blob|raw\\.githubusercontent\\.com/${REPOSITORY})/main/([^\\s"')>\`]+)`,
	'g',
);

/** On GitHub, a wider picture is made to fit. */
const WIDTH_OF_A_PAGE = 800;

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
	heading
		.replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');

const anchorsIn = (text: string): string[] =>
	[...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));

const found = (text: string, pattern: RegExp): string[] =>
	[...text.matchAll(pattern)].map(([, to]) => to ?? '');

describe('the documents', () => {
	const texts = documents();
	const isBroken = (from: string, link: string): boolean => {
		const [file = '', anchor] = link.split('#');
		const target = targetOf(from, file);
		if (target === undefined) return true;
		return anchor !== undefined && !anchorsIn(texts.get(target) ?? '').includes(anchor);
	};

	it.each([...texts])('%s has no broken link', (path, text) => {
		const links = [...found(text, /\]\(([^)\s]+)\)/g), ...found(text, /\bsrc(?:set)?="([^"]+)"/g)];
		const local = links.filter((to) => !/^(?:https?|mailto):/.test(to));
		expect(local.filter((to) => isBroken(path, to))).toEqual([]);
		expect(found(text, ownFile).filter((to) => isBroken('README.md', to))).toEqual([]);
	});

	it.each([...texts])('%s names no command that is not there', (_, text) => {
		const named = found(text, /npm run ([a-z][\w:-]*)/g);
		expect(named.filter((name) => !scripts().includes(name))).toEqual([]);
	});

	it('are what the links in the editor lead to', () => {
		const links = found(publishedTexts(), ownFile);
		expect(links.length).toBeGreaterThan(4);
		expect(links.filter((to) => isBroken('README.md', to))).toEqual([]);
	});

	it('are found', () => {
		expect([...texts.keys()]).toEqual(
			expect.arrayContaining(['README.md', 'docs/operations.md', '.github/SECURITY.md']),
		);
	});

	it('are all in the table of contents', () => {
		const pages = [...texts.keys()].filter((path) => /^docs\/.*\.md$/.test(path));
		const listed = found(texts.get('docs/README.md') ?? '', /\]\(([^)\s]+)\)/g);
		const missing = pages.filter((path) => !listed.includes(path.replace('docs/', '')));
		expect(missing).toEqual(['docs/README.md']);
	});
});

describe('the pictures', () => {
	const texts = [...documents().values()].join('\n');

	it.each(pictures())('%s is shown by a document, light and dark in one size', (name) => {
		expect(texts).toMatch(new RegExp(`src="[\\w/]*images/${name}\\.png"`));
		expect(texts).toMatch(new RegExp(`srcset="[\\w/.:-]*images/${name}\\.dark\\.png"`));
		expect(sizeOf(`${name}.dark.png`)).toEqual(sizeOf(`${name}.png`));
	});

	it.each(pictures())('%s is shown at most at half its size, so that it is sharp', (name) => {
		const { width } = sizeOf(`${name}.png`);
		const [, shown] = new RegExp(`images/${name}\\.png" width="(\\d+)"`).exec(texts) ?? [];
		expect(Number(shown ?? WIDTH_OF_A_PAGE)).toBeLessThanOrEqual(width / 2);
	});
});

describe('README', () => {
	const text = documents().get('README.md') ?? '';

	it('installs the version of this package', () => {
		expect(found(text, /n8n-nodes-vipps-accounting@([\d.]+)/g)).toEqual([version]);
	});

	it('has at most 120 lines and 900 words', () => {
		expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
		expect(text.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(900);
	});
});

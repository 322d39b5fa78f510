import { documents, targetOf } from './documents.cts';

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

describe('the documents', () => {
	const texts = documents();

	it.each([...texts.keys()])('%s has no broken link', (path) => {
		const links = [...(texts.get(path) ?? '').matchAll(/\]\(([^)\s]+)\)/g)].map(
			([, to]) => to ?? '',
		);
		const local = links.filter((to) => !/^(?:https?|mailto):/.test(to));
		const broken = local.filter((to) => {
			const [file = '', anchor] = to.split('#');
			const target = targetOf(path, file);
			if (target === undefined) return true;
			return anchor !== undefined && !anchorsIn(texts.get(target) ?? '').includes(anchor);
		});
		expect(broken).toEqual([]);
	});

	it('are found', () => {
		expect([...texts.keys()]).toEqual(
			expect.arrayContaining(['README.md', 'docs/operations.md', '.github/SECURITY.md']),
		);
	});
});

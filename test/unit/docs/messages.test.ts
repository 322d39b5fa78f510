import { documents, publishedSource } from './documents.cts';

const PAGE = 'docs/troubleshooting.md';

/** What a page quotes: on the page for it as headings, in the README in the first column of a table. */
const explained = (page: string, quoted: RegExp): string[] =>
	[...(documents().get(page) ?? '').matchAll(quoted)].map(([, message]) => message ?? '');

describe('the messages that are explained', () => {
	const source = publishedSource();
	const headings = explained(PAGE, /^### (.+)$/gm);
	const commonest = explained('README.md', /^\| "(.+?)" +\|/gm);

	it('are found', () => {
		expect(headings.length).toBeGreaterThan(20);
		expect(commonest).toHaveLength(5);
	});

	it.each(headings)('are given by the package: %s', (message) => {
		// Which parameter must be so is put before it.
		const words = message
			.replace(/^.+ must be /, '')
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replace(/30 seconds|2026-03-09/g, '…');
		const pattern = words.split('…').join('\\$\\{[^`]+?\\}');
		expect(new RegExp(pattern).test(source)).toBe(true);
	});

	it.each(commonest)('have a heading of their own: %s', (message) => {
		expect(headings.filter((heading) => heading.startsWith(message))).toHaveLength(1);
	});
});

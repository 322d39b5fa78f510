import { documents, publishedSource } from './documents.cts';

/** The messages that the README explains, in the first column of the table. */
function explainedMessages(): string[] {
	const [, section = ''] = (documents().get('README.md') ?? '').split('## What a message means');
	const [table = ''] = section.split('\n## ');
	return [...table.matchAll(/^\| "(.+?)" +\|/gm)].map(([, message]) => message ?? '');
}

describe('the messages that the README explains', () => {
	const source = publishedSource();
	const messages = explainedMessages();

	it('are found', () => {
		expect(messages.length).toBeGreaterThan(15);
	});

	it.each(messages)('are given by the package: %s', (message) => {
		// Which parameter must be so is put before it.
		const words = message
			.replace(/^.+ must be /, '')
			.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
			.replace(/30 seconds|2026-03-09/g, '…');
		const pattern = words.split('…').join('\\$\\{[^`]+?\\}');
		expect(new RegExp(pattern).test(source)).toBe(true);
	});
});

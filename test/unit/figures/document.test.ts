import { replaceFigures } from '../../measure/figures/document.cts';
import { asMarkdown } from '../../measure/figures/section';

const document = { path: 'docs/internals/reliability.md', command: 'npm run soak' };

describe('A document with figures', () => {
	const withFigures = (figures: string) =>
		`Before\n\n<!-- begin: npm run soak -->${figures}<!-- end: npm run soak -->\n\nAfter\n`;

	it('gets new figures in place of the old ones, and keeps the rest', () => {
		expect(replaceFigures(withFigures('\nold\n'), document, 'new')).toBe(
			withFigures('\n\nnew\n\n'),
		);
	});

	it('is refused without markers', () => {
		expect(() => replaceFigures('Before', document, 'new')).toThrow(
			'docs/internals/reliability.md has no',
		);
	});

	it('has Markdown tables', () => {
		const section = { title: 'Memory', head: ['Runs', 'MB'], rows: [['1', '2']] };
		expect(asMarkdown([section])).toBe('### Memory\n\n| Runs | MB |\n| --- | ---: |\n| 1 | 2 |');
	});
});

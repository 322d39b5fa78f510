import { parseArguments } from '../../soak/args.cts';
import { replaceTables } from '../../soak/document';
import { asMarkdown } from '../../soak/report';

describe('The document', () => {
	const document = (tables: string) =>
		`Before\n\n<!-- soak:begin (npm run soak -- --write) -->${tables}<!-- soak:end -->\n\nAfter\n`;

	it('gets new tables in place of the old ones, and keeps the rest', () => {
		expect(replaceTables(document('\nold\n'), 'new')).toBe(document('\n\nnew\n\n'));
	});

	it('is refused without markers', () => {
		expect(() => replaceTables('Before', 'new')).toThrow('docs/reliability.md has no');
	});

	it('has its tables in Markdown', () => {
		const section = { title: 'Memory', head: ['Runs', 'MB'], rows: [['1', '2']] };
		expect(asMarkdown([section])).toBe('### Memory\n\n| Runs | MB |\n| --- | ---: |\n| 1 | 2 |');
	});
});

describe('npm run soak', () => {
	it('takes ten minutes, and a seed by the clock', () => {
		expect(parseArguments([], 1_234_567)).toEqual({
			minutes: 10,
			seed: 234_567,
			write: false,
			help: false,
		});
	});

	it.each([
		[['--minutes', '11'], '--minutes must be from 0.1 to 10, not 11'],
		[['--minutes', 'x'], '--minutes must be from 0.1 to 10, not x'],
		[['--seed', '1.5'], '--seed must be a whole number, not 1.5'],
		[['--often'], "Unknown option '--often'"],
	])('refuses %j', (args, why) => {
		expect(() => parseArguments(args)).toThrow(why);
	});
});

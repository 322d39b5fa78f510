/** A table with its title. */
export interface Section {
	title: string;
	head: string[];
	rows: string[][];
}

/** 1234567 → `1 234 567`. */
export const grouped = (count: number) =>
	String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ' ');

/** A table as Markdown. All columns except the first are numbers. */
export function asTable({ head, rows }: Pick<Section, 'head' | 'rows'>): string {
	const lines = [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The tables as Markdown, each under its title. */
export const asMarkdown = (sections: readonly Section[]): string =>
	sections.map((section) => `### ${section.title}\n\n${asTable(section)}`).join('\n\n');

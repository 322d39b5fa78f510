/** A table, all columns to the left. */
export function table(head: string[], rows: string[][]): string {
	const lines = [head, head.map(() => '---'), ...rows];
	return lines.map((cells) => `| ${cells.map(inCell).join(' | ')} |`).join('\n');
}

/** A value as a block of JSON. */
export const jsonBlock = (value: unknown): string =>
	['```json', JSON.stringify(value, undefined, 2), '```'].join('\n');

/** Text as code. */
export const code = (text: string): string => `\`${text}\``;

/** HTML links, as n8n has them in descriptions, become Markdown's; a bar would end the cell. */
const inCell = (text: string): string =>
	text.replace(/<a href="([^"]*)">([^<]*)<\/a>/g, '[$2]($1)').replace(/\|/g, '\\|');

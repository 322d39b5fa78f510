const BEGIN = '<!-- soak:begin (npm run soak -- --write) -->';
const END = '<!-- soak:end -->';

/** Where the figures are published, from the repository's root. */
export const documentPath = 'docs/reliability.md';

/**
 * The document with these tables in place of those between its markers.
 *
 * @throws Error when it has no markers
 */
export function replaceTables(document: string, tables: string): string {
	const [before, rest] = document.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`${documentPath} has no "${BEGIN}" … "${END}"`);
	}
	return `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`;
}

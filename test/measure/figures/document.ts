/** A document of which a command writes a part. */
export interface FiguresDocument {
	/** From the repository's root. */
	path: string;
	/** As in its markers: `npm run bench`. */
	command: string;
}

/**
 * The text of a document with these figures in place of those between its markers.
 *
 * @throws Error when it has no markers
 */
export function replaceFigures(
	text: string,
	{ path, command }: FiguresDocument,
	figures: string,
): string {
	const begin = `<!-- begin: ${command} -->`;
	const end = `<!-- end: ${command} -->`;
	const [before, rest] = text.split(begin);
	const after = rest?.split(end)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`${path} has no "${begin}" … "${end}"`);
	}
	return `${before}${begin}\n\n${figures}\n\n${end}${after}`;
}

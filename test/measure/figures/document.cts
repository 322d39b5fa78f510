/** A document that a command writes a section of. */
export interface FiguresDocument {
	/** From the repository's root. */
	path: string;
	/** As in its markers: `npm run bench`. */
	command: string;
}

/** A command with those of its flags that are set: `npm run bench -- --host current`. */
export function commandOf(script: string, flags: ReadonlyArray<string | false>): string {
	const set = flags.filter((flag) => flag !== false);
	return set.length > 0 ? [script, '--', ...set].join(' ') : script;
}

/**
 * The text of a document with these figures in place of those between its markers.
 *
 * @throws Error if it has no markers
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

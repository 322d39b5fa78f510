import type { Cursors } from '../state/cursors';
import { Problem } from './problems';

/**
 * Query parameters of the pages of sales (Sales API guide). As text: what does not fit is refused,
 * never guessed at.
 */
export interface PageQuery {
	cursor?: string;
	pageSize?: string;
}

/** JSON schema of those parameters. Unknown parameters are let pass. */
export const pageQuerySchema = {
	type: 'object',
	properties: {
		cursor: { type: 'string' },
		pageSize: { type: 'string', pattern: '^([1-9][0-9]{0,2}|1000)$' },
	},
} as const;

/** Entries on a page: 1 to 1000, 100 when left out (Sales API guide). */
export const pageSizeOf = (query: PageQuery) => Number(query.pageSize ?? 100);

/**
 * The position a cursor names in a list; undefined without a cursor. Throws a 400 for a cursor of
 * something else.
 */
export function positionOf(cursors: Cursors, list: string, cursor?: string): string | undefined {
	if (!cursor) return undefined;
	const position = cursors.read(list, cursor);
	if (position !== undefined) return position;
	throw new Problem(400, 'The cursor is not valid', [
		{ name: 'cursor', reason: 'Not a cursor of this list' },
	]);
}

/** The ways of saying that there is no cursor. */
export function cursorField(how: 'empty' | 'null' | 'absent'): { cursor?: '' | null } {
	if (how === 'absent') return {};
	return { cursor: how === 'empty' ? '' : null };
}

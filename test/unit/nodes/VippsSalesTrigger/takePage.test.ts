import {
	takePage,
	type Checkpoint,
	type Selection,
} from '../../../../nodes/VippsSalesTrigger/takePage';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import type { Page } from '../../../../vipps/paging/page';

const selection: Selection = { wants: () => true, output: 'entries' };
const entries = (...references: string[]): SalesEntry[] =>
	references.map((reference) => ({ reference, pspReference: reference, entryType: 'capture' }));
const referencesOf = (items: object[]) =>
	items.map((item) => (item as { reference: string }).reference);

/** Takes the last page of a feed, unless it says otherwise. */
const take = (
	before: Checkpoint,
	items: SalesEntry[],
	cursor?: string,
	{ isLast = true, firstBefore }: { isLast?: boolean; firstBefore?: string } = {},
) => {
	const hasMoved = cursor !== undefined && cursor !== before.cursor;
	const page: Page<SalesEntry> = { items, cursor, hasMoved, isLast };
	return takePage('1', before, page, selection, firstBefore);
};

describe('a page of a feed', () => {
	it('gives only new sales if it is sent again with the same cursor', () => {
		const first = take({ cursor: 'c1' }, entries('a', 'b'));
		expect(first.checkpoint.cursor).toBe('c1');
		const second = take(first.checkpoint, entries('a', 'b', 'c'), 'c2');
		expect(referencesOf(second.items)).toEqual(['c']);
		expect(second.checkpoint.cursor).toBe('c2');
		expect(second.checkpoint.readAfter).toBeUndefined();
	});

	it('does not make later sales be skipped if it was a wrong page', () => {
		const wrong = take({ cursor: 'c1' }, entries('x', 'y'), 'c1');
		const right = take(wrong.checkpoint, entries('a', 'b', 'c'), 'c2');
		expect(referencesOf(right.items)).toEqual(['a', 'b', 'c']);
	});

	it('gives no sale and keeps the cursor if it repeats the previous page', () => {
		const one = take({}, entries('a', 'b'), 'c1');
		const again = take(one.checkpoint, entries('a', 'b'), 'c1', { firstBefore: one.first });
		expect(again).toMatchObject({ items: [], checkpoint: one.checkpoint });
	});

	it('keeps the last cursor if it has no sales and no cursor', () => {
		expect(take({ cursor: 'c1' }, []).checkpoint.cursor).toBe('c1');
	});

	it('skips sales before the start until the feed is read to its end once', () => {
		const since = '2026-06-15T12:00:00.000Z';
		const at = (time: string): SalesEntry => ({ time, reference: time, pspReference: time });
		const sold = ['2026-06-15T13:59:59+02:00', '2026-06-15T12:00:00Z', '2026-06-15T12:00:00', '?'];
		const taken = take({ since }, sold.map(at), 'c1', { isLast: false });
		expect(referencesOf(taken.items)).toEqual(sold.slice(1));
		expect(taken.checkpoint.since).toBe(since);
		const end = take(taken.checkpoint, [], 'c1');
		expect(end.checkpoint.since).toBeUndefined();
		expect(take(end.checkpoint, sold.map(at), 'c2').items).toHaveLength(4);
	});
});

import { turnPage } from '../../../nodes/shared/polling/takePage';
import type { Position } from '../../../nodes/shared/polling/state';
import { shapes } from '../../../accounting/items/shapes';
import type { SalesEntry } from '../../../vipps/api/types';

const settings = { wants: () => true, shape: shapes.entries, perLine: false };
const entries = (...references: string[]): SalesEntry[] =>
	references.map((reference) => ({ reference, pspReference: reference, entryType: 'capture' }));
const referencesOf = (items: object[]) =>
	items.map((item) => (item as { reference: string }).reference);
const page = (items: SalesEntry[], cursor?: string) => ({ items, cursor, goesOn: false });

describe('a page of a feed', () => {
	it('without a new cursor is passed over when it comes again, up to where it ended', () => {
		const before: Position = { cursor: 'c1' };
		const first = turnPage('1', before, page(entries('a', 'b')), settings);
		expect(first.position.cursor).toBe('c1');
		const second = turnPage('1', first.position, page(entries('a', 'b', 'c'), 'c2'), settings);
		expect(referencesOf(second.items)).toEqual(['c']);
		expect(second.position.cursor).toBe('c2');
		expect(second.position.readAfter).toBeUndefined();
	});

	it('that came in the wrong place makes no later sale be passed over', () => {
		const wrong = turnPage('1', { cursor: 'c1' }, page(entries('x', 'y'), 'c1'), settings);
		const right = turnPage('1', wrong.position, page(entries('a', 'b', 'c'), 'c2'), settings);
		expect(referencesOf(right.items)).toEqual(['a', 'b', 'c']);
	});

	it('that is the one before once more brings nothing and moves nothing', () => {
		const one = turnPage('1', {}, page(entries('a', 'b'), 'c1'), settings);
		const again = turnPage('1', one.position, page(entries('a', 'b'), 'c1'), settings, one.first);
		expect(again).toMatchObject({ items: [], position: one.position });
	});

	it('without sales keeps the last cursor that there was', () => {
		const { position } = turnPage('1', { cursor: 'c1' }, page([]), settings);
		expect(position.cursor).toBe('c1');
	});

	it('lets pass what was sold before the start until the end of the feed is reached, not after', () => {
		const since = '2026-06-15T12:00:00.000Z';
		const at = (time: string): SalesEntry => ({ time, reference: time, pspReference: time });
		const sold = ['2026-06-15T13:59:59+02:00', '2026-06-15T12:00:00Z', '2026-06-15T12:00:00', '?'];
		const way = { ...page(sold.map(at), 'c1'), goesOn: true };
		const turned = turnPage('1', { since }, way, settings);
		expect(referencesOf(turned.items)).toEqual(sold.slice(1));
		expect(turned.position.since).toBe(since);
		const end = turnPage('1', turned.position, page([], 'c1'), settings);
		expect(end.position.since).toBeUndefined();
		const late = turnPage('1', end.position, page(sold.map(at), 'c2'), settings);
		expect(late.items).toHaveLength(4);
	});
});

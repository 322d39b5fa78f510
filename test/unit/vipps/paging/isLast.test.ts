import {
	hasNextOfDate,
	hasNextOfFeed,
	hasNextOfList,
	toPage,
	type WirePage,
} from '../../../../vipps/paging/page';

const BEFORE = 'a';

describe('whether a page is the last one', () => {
	const cases: Array<{ sent: WirePage<number>; feed: boolean; date: boolean; list: boolean }> = [
		{ sent: { items: [1], cursor: 'b', hasMore: true }, feed: false, date: false, list: false },
		{ sent: { items: [1], cursor: 'b', hasMore: false }, feed: true, date: true, list: false },
		{ sent: { items: [1], cursor: 'b' }, feed: false, date: false, list: false },
		{ sent: { items: [], cursor: 'b', hasMore: true }, feed: false, date: false, list: false },
		{ sent: { items: [], cursor: 'b' }, feed: true, date: true, list: false },
		{ sent: { items: [1], cursor: BEFORE }, feed: true, date: true, list: false },
		{ sent: { items: [1], cursor: BEFORE, hasMore: true }, feed: true, date: false, list: false },
		{ sent: { items: [1] }, feed: true, date: true, list: true },
		{ sent: { items: [1], hasMore: true }, feed: true, date: false, list: true },
	];

	it.each(cases)('$sent: feed $feed, date $date, list $list', ({ sent, feed, date, list }) => {
		expect(toPage(sent, BEFORE, hasNextOfFeed).isLast).toBe(feed);
		expect(toPage(sent, BEFORE, hasNextOfDate).isLast).toBe(date);
		expect(toPage(sent, BEFORE, hasNextOfList).isLast).toBe(list);
	});

	it.each([
		{ cursor: 'b', hasMoved: true },
		{ cursor: BEFORE, hasMoved: false },
		{ cursor: undefined, hasMoved: false },
	])('comes with whether the cursor moved: $cursor', ({ cursor, hasMoved }) => {
		expect(toPage({ items: [], cursor }, BEFORE, hasNextOfFeed).hasMoved).toBe(hasMoved);
	});

	it('comes with what else the API says', () => {
		const sent = { items: [], cursor: BEFORE, tryLater: true };
		expect(toPage(sent, BEFORE, hasNextOfFeed)).toMatchObject({ tryLater: true });
	});
});

import { hasNextOfReportFeed } from '../../../../vipps/api/report';
import {
	hasNextOfDate,
	hasNextOfFeed,
	hasNextOfList,
	toPage,
	type WirePage,
} from '../../../../vipps/paging/page';

const BEFORE = 'a';

describe('a page', () => {
	const cases: Array<{
		name: string;
		sent: WirePage<number>;
		feed: boolean;
		date: boolean;
		list: boolean;
	}> = [
		{
			name: 'hasMore true',
			sent: { items: [1], cursor: 'b', hasMore: true },
			...{ feed: false, date: false, list: false },
		},
		{
			name: 'hasMore false',
			sent: { items: [1], cursor: 'b', hasMore: false },
			...{ feed: true, date: true, list: false },
		},
		{
			name: 'no hasMore',
			sent: { items: [1], cursor: 'b' },
			...{ feed: false, date: false, list: false },
		},
		{
			name: 'no items, hasMore true',
			sent: { items: [], cursor: 'b', hasMore: true },
			...{ feed: false, date: false, list: false },
		},
		{
			name: 'no items, no hasMore',
			sent: { items: [], cursor: 'b' },
			...{ feed: true, date: true, list: false },
		},
		{
			name: 'the same cursor, no hasMore',
			sent: { items: [1], cursor: BEFORE },
			...{ feed: true, date: true, list: false },
		},
		{
			name: 'the same cursor, hasMore true',
			sent: { items: [1], cursor: BEFORE, hasMore: true },
			...{ feed: true, date: false, list: false },
		},
		{
			name: 'no cursor, no hasMore',
			sent: { items: [1] },
			...{ feed: true, date: true, list: true },
		},
		{
			name: 'no cursor, hasMore true',
			sent: { items: [1], hasMore: true },
			...{ feed: true, date: false, list: true },
		},
	];

	it.each(cases)(
		'is last or not: $name (feed $feed, date $date, ledger list $list)',
		({ sent, feed, date, list }) => {
			expect(toPage(sent, BEFORE, hasNextOfFeed).isLast).toBe(feed);
			expect(toPage(sent, BEFORE, hasNextOfDate).isLast).toBe(date);
			expect(toPage(sent, BEFORE, hasNextOfList).isLast).toBe(list);
		},
	);

	it.each([
		{ name: 'tryLater true', sent: { items: [1], cursor: 'b', tryLater: true }, isLast: true },
		{ name: 'tryLater false', sent: { items: [1], cursor: 'b', tryLater: false }, isLast: false },
		{
			name: 'no items, tryLater false',
			sent: { items: [], cursor: 'b', tryLater: false },
			isLast: false,
		},
		{ name: 'no tryLater', sent: { items: [1], cursor: 'b' }, isLast: false },
		{ name: 'no items, no tryLater', sent: { items: [], cursor: 'b' }, isLast: true },
		{
			name: 'hasMore true, tryLater true',
			sent: { items: [1], cursor: 'b', hasMore: true, tryLater: true },
			isLast: true,
		},
		{
			name: 'hasMore false, tryLater false',
			sent: { items: [1], cursor: 'b', hasMore: false, tryLater: false },
			isLast: true,
		},
		{
			name: 'no items, hasMore true',
			sent: { items: [], cursor: 'b', hasMore: true },
			isLast: false,
		},
		{
			name: 'the same cursor, tryLater false',
			sent: { items: [1], cursor: BEFORE, tryLater: false },
			isLast: true,
		},
		{ name: 'no cursor, tryLater false', sent: { items: [1], tryLater: false }, isLast: true },
	])('of the feeds of funds and fees is last or not: $name', ({ sent, isLast }) => {
		expect(toPage(sent, BEFORE, hasNextOfReportFeed).isLast).toBe(isLast);
	});

	it.each([
		{ cursor: 'b', hasMoved: true },
		{ cursor: BEFORE, hasMoved: false },
		{ cursor: undefined, hasMoved: false },
	])('says whether its cursor moved: $cursor', ({ cursor, hasMoved }) => {
		expect(toPage({ items: [], cursor }, BEFORE, hasNextOfFeed).hasMoved).toBe(hasMoved);
	});

	it('has what else the API says', () => {
		const sent = { items: [], cursor: BEFORE, tryLater: true };
		expect(toPage(sent, BEFORE, hasNextOfFeed)).toMatchObject({ tryLater: true });
	});
});

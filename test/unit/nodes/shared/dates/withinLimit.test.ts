import fc from 'fast-check';

import { withinLimit, type DateRead } from '../../../../../nodes/shared/dates/withinLimit';

const read = (ledgerId: string, ledgerDate: string, sales: string[], more = {}): DateRead => ({
	...{ ledgerId, ledgerDate, items: sales.map((id) => ({ id })), count: sales.length },
	...{ hasMore: false, ...more },
});
const failed = { error: new Error('No') };

const idsIn = ({ dates }: ReturnType<typeof withinLimit>) =>
	dates.flatMap(({ items }) => items.map(({ id }) => id));

describe('what counts of dates that were read ahead', () => {
	it('is everything without a limit', () => {
		const result = withinLimit([read('1', 'a', ['x', 'y']), read('1', 'b', ['z'])], Infinity);
		expect(idsIn(result)).toEqual(['x', 'y', 'z']);
		expect(result).toMatchObject({ count: 3, hasMore: false, datesInVain: 0 });
	});

	it('are the first sales up to the limit, and the rest is said to be there', () => {
		const reads = [read('1', 'a', ['x', 'y']), read('1', 'b', ['z', 'u']), read('2', 'a', ['v'])];
		const result = withinLimit(reads, 3);
		expect(idsIn(result)).toEqual(['x', 'y', 'z']);
		expect(result).toMatchObject({ count: 3, left: 0, hasMore: true, datesInVain: 1 });
	});

	it('is nothing of a ledger that failed, so that the next ledgers have the whole limit', () => {
		const reads = [read('1', 'a', ['x', 'y']), read('1', 'b', [], failed), read('2', 'a', ['z'])];
		const result = withinLimit(reads, 3);
		expect(idsIn(result)).toEqual(['z']);
		expect(result.ledgers).toEqual([
			{ ledgerId: '1', error: failed.error },
			{ ledgerId: '2', error: undefined },
		]);
	});

	it('is no failure of a date that would not have been read', () => {
		const result = withinLimit([read('1', 'a', ['x', 'y']), read('1', 'b', [], failed)], 2);
		expect(idsIn(result)).toEqual(['x', 'y']);
		expect(result.ledgers).toEqual([{ ledgerId: '1', error: undefined }]);
	});

	it('is what reading one date after the other would have given', () => {
		const someRead = fc.record({
			ledgerId: fc.constantFrom('1', '2', '3'),
			sales: fc.array(fc.string(), { maxLength: 4 }),
			fails: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(someRead), fc.integer({ min: 1, max: 12 }), (given, limit) => {
				const sorted = [...given].sort((a, b) => a.ledgerId.localeCompare(b.ledgerId));
				const reads = sorted.map(({ ledgerId, sales, fails }, index) =>
					fails ? read(ledgerId, `${index}`, [], failed) : read(ledgerId, `${index}`, sales),
				);
				let expected: string[] = [];
				for (const ledger of ['1', '2', '3']) {
					const before = expected;
					for (const { sales, fails } of sorted.filter(({ ledgerId }) => ledgerId === ledger)) {
						if (expected.length >= limit) break;
						if (fails) {
							expected = before;
							break;
						}
						expected = [...expected, ...sales].slice(0, limit);
					}
				}
				expect(idsIn(withinLimit(reads, limit))).toEqual(expected);
			}),
		);
	});
});

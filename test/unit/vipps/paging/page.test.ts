import { readLookUp, readPage } from '../../../../vipps/paging/page';
import { run } from '../anyRun';
import { documentedEntry } from '../../accounting/sales';

const subject = 'the sales';

describe('readPage', () => {
	it('passes the entries on untouched, unknown fields and values included', () => {
		const entry = { ...documentedEntry, paymentType: 'SEASHELLS', novelty: { deep: [1] } };
		const page = readPage(run, { items: [entry], cursor: 'c=', hasMore: true }, subject);
		expect(page).toEqual({ items: [entry], cursor: 'c=', hasMore: true });
		expect(page.items[0]).toBe(entry);
	});

	it.each(['', null, undefined])('reads the cursor %p as none', (cursor) => {
		expect(readPage(run, { items: [], cursor }, subject)).toEqual({ items: [] });
	});

	it.each([
		['a text', '<html>', 'Vipps answered "<html>" instead of a page.'],
		['nothing', undefined, 'Vipps answered nothing instead of a page.'],
		['a list', [1], 'Vipps answered [1] instead of a page.'],
		['another API', { amount: 1 }, 'whose items are nothing instead of a list.'],
		['items that are no list', { items: {} }, 'whose items are {} instead of a list.'],
		['an item that is null', { items: [{}, null] }, 'a page that holds null.'],
		['an item that is a number', { items: [7] }, 'a page that holds 7.'],
		['a cursor that is a number', { items: [], cursor: 7 }, 'whose cursor is 7 instead of a text.'],
		['a hasMore that is a text', { items: [], hasMore: 'true' }, 'whose hasMore is "true"'],
		['a tryLater that is a text', { items: [], tryLater: 'true' }, 'whose tryLater is "true"'],
	])('refuses %s and says what came', (_, body, why) => {
		expect(() => readPage(run, body, subject)).toThrow(
			expect.objectContaining({ description: expect.stringContaining(why) }),
		);
	});
});

describe('readLookUp', () => {
	it.each([
		['a page', { items: [documentedEntry] }],
		['a list', [documentedEntry]],
		['one entry', documentedEntry],
	])('reads %s', (_, body) => {
		expect(readLookUp(run, body, subject).items).toEqual([documentedEntry]);
	});

	it.each([
		['an empty page', { items: [] }],
		['an empty list', []],
		['null', null],
		['nothing', undefined],
	])('reads %s as no entry', (_, body) => {
		expect(readLookUp(run, body, subject).items).toEqual([]);
	});

	it.each([
		['a text', '<html>'],
		['an object of another kind', { amount: 1 }],
		['a list of texts', ['a']],
	])('refuses %s', (_, body) => {
		expect(() => readLookUp(run, body, subject)).toThrow('Could not get the sales');
	});
});

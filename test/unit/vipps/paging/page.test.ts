import { readLookUp, readPage } from '../../../../vipps/paging/page';
import { run } from '../anyRun';
import { documentedEntry } from '../../accounting/sales';

const subject = 'the sales';

describe('readPage', () => {
	it('returns the entries unchanged, with unknown fields and values', () => {
		const entry = { ...documentedEntry, paymentType: 'SEASHELLS', novelty: { deep: [1] } };
		const page = readPage(run, { items: [entry], cursor: 'c=', hasMore: true }, subject);
		expect(page).toEqual({ items: [entry], cursor: 'c=', hasMore: true });
		expect(page.items[0]).toBe(entry);
	});

	it.each(['', null, undefined])('reads the cursor %p as missing', (cursor) => {
		expect(readPage(run, { items: [], cursor }, subject)).toEqual({ items: [] });
	});

	it.each([
		{ name: 'a text', body: '<html>', why: 'Vipps answered "<html>" instead of a page.' },
		{ name: 'nothing', body: undefined, why: 'Vipps answered nothing instead of a page.' },
		{ name: 'a list', body: [1], why: 'Vipps answered [1] instead of a page.' },
		{ name: 'another API', body: { amount: 1 }, why: 'whose items are nothing instead of a list.' },
		{
			name: 'items that are no list',
			body: { items: {} },
			why: 'whose items are {} instead of a list.',
		},
		{ name: 'an item that is null', body: { items: [{}, null] }, why: 'a page that holds null.' },
		{ name: 'an item that is a number', body: { items: [7] }, why: 'a page that holds 7.' },
		{
			name: 'a cursor that is a number',
			body: { items: [], cursor: 7 },
			why: 'whose cursor is 7 instead of a text.',
		},
		{
			name: 'a hasMore that is a text',
			body: { items: [], hasMore: 'true' },
			why: 'whose hasMore is "true"',
		},
		{
			name: 'a tryLater that is a text',
			body: { items: [], tryLater: 'true' },
			why: 'whose tryLater is "true"',
		},
	])('refuses $name and says what was received', ({ body, why }) => {
		expect(() => readPage(run, body, subject)).toThrow(
			expect.objectContaining({ description: expect.stringContaining(why) }),
		);
	});
});

describe('readLookUp', () => {
	it.each([
		{ name: 'a page', body: { items: [documentedEntry] } },
		{ name: 'a list', body: [documentedEntry] },
		{ name: 'one entry', body: documentedEntry },
	])('reads $name', ({ body }) => {
		expect(readLookUp(run, body, subject).items).toEqual([documentedEntry]);
	});

	it.each([
		{ name: 'an empty page', body: { items: [] } },
		{ name: 'an empty list', body: [] },
		{ name: 'null', body: null },
		{ name: 'nothing', body: undefined },
	])('reads $name as no entry', ({ body }) => {
		expect(readLookUp(run, body, subject).items).toEqual([]);
	});

	it.each([
		{ name: 'a text', body: '<html>' },
		{ name: 'an object of another kind', body: { amount: 1 } },
		{ name: 'a list of texts', body: ['a'] },
	])('refuses $name', ({ body }) => {
		expect(() => readLookUp(run, body, subject)).toThrow('Could not get the sales');
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const sale = { resource: 'sale', ledgerId: ledger('302321') };
const getFeed = { ...sale, operation: 'getFeed' };
const byDate = { ...sale, operation: 'getByDate', date: '2026-06-10' };
const range = { ...byDate, dateRange: true };
const byReference = { ...sale, operation: 'getByReference' };
/** What n8n finds empty before the run it refuses itself; an expression turns out empty in the run. */
const EMPTY = '={{ "" }}';
const date = 'a real date, as YYYY-MM-DD or as an ISO timestamp';
const whole = 'a whole number from 1';

describe('bad input is refused before any call, naming the parameter', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	it.each<[string, INodeParameters, string, string]>([
		[
			'an impossible date',
			{ ...byDate, date: '2026-02-30' },
			`Date must be ${date}`,
			'"2026-02-30"',
		],
		['a foreign date', { ...byDate, date: '30.06.2026' }, `Date must be ${date}`, '"30.06.2026"'],
		['an empty date', { ...byDate, date: EMPTY }, `Date must be ${date}`, 'empty'],
		[
			'a From Date that is none',
			{ ...range, fromDate: 'May', toDate: '2026-06-10' },
			`From Date must be ${date}`,
			'"May"',
		],
		[
			'an inverted range',
			{ ...range, fromDate: '2026-06-10', toDate: '2026-06-09' },
			'To Date must be From Date (2026-06-10) or later',
			'"2026-06-09"',
		],
		[
			'a range over 366 dates',
			{ ...range, fromDate: '2026-03-09', toDate: '2027-03-10' },
			'To Date must be at most 366 dates after From Date (2026-03-09), not 367',
			'"2027-03-10"',
		],
		['a limit of zero', { ...byDate, limit: 0 }, `Limit must be ${whole}`, '0'],
		['a limit that is no number', { ...byDate, limit: 'ten' }, `Limit must be ${whole}`, '"ten"'],
		['half a sale', { ...getFeed, limit: 1.5 }, `Limit must be ${whole}`, '1.5'],
		[
			'a page size of zero',
			{ ...getFeed, options: { pageSize: 0 } },
			`Page Size must be ${whole} to 1000`,
			'0',
		],
		[
			'a page size over 1000',
			{ ...byDate, options: { pageSize: 1001 } },
			`Page Size must be ${whole} to 1000`,
			'1001',
		],
		[
			'an empty ledger',
			{ ...byDate, ledgerId: ledger(EMPTY) },
			'Ledger must be filled in',
			'empty',
		],
		[
			'a ledger that is no path',
			{ ...byDate, ledgerId: ledger('..') },
			'Ledger must be an ID that fits',
			'".."',
		],
		[
			'an empty reference',
			{ ...byReference, reference: EMPTY },
			'Reference must be filled in',
			'empty',
		],
		[
			'a blank reference',
			{ ...byReference, reference: '  ' },
			'Reference must be filled in',
			'"  "',
		],
		[
			'a reference that is nothing',
			{ ...byReference, reference: '={{ null }}' },
			'Reference must be filled in',
			'empty',
		],
		[
			'an empty PSP reference',
			{ ...sale, operation: 'getByPspReference', pspReference: EMPTY },
			'PSP Reference must be filled in',
			'empty',
		],
		[
			'a cursor that is no text',
			{ ...getFeed, cursor: '={{ 7 }}' },
			'Cursor must be the text',
			'7',
		],
		[
			'an output that does not exist',
			{ ...byDate, output: '={{ "pdf" }}' },
			'Output must be entries',
			'"pdf"',
		],
	])('%s', async (_, parameters, message, given) => {
		const { error } = await rig.run(parameters);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(given);
		expect(rig.sandbox.requests).toEqual([]);
	});

	it('but a range of exactly 366 dates is taken', async () => {
		const { error } = await rig.run({
			...range,
			fromDate: '2026-03-09',
			toDate: '2027-03-09',
			limit: 1,
		});
		expect(error).toBeUndefined();
	});

	it('and an all-digit ID that an expression made a number is read as its text', async () => {
		const { items, error } = await rig.run({ ...byDate, ledgerId: ledger('={{ 302321 }}') });
		expect(error).toBeUndefined();
		expect(items[0]).toMatchObject({ ledgerId: '302321' });
	});
});

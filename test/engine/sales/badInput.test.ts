import type { INodeParameters } from 'n8n-workflow';

import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const sale = { resource: 'sale', ledgerId: ledger('302321') };
const getFeed = { ...sale, operation: 'getFeed', output: 'entries' };
const byDate = {
	...sale,
	operation: 'getByDate',
	output: 'entries',
	period: 'date',
	date: '2026-06-10',
};
const range = { ...byDate, period: 'dateRange' };
const byReference = { ...sale, operation: 'getByReference', output: 'entries' };
/** What n8n finds empty before the run it refuses itself; an expression turns out empty in the run. */
const EMPTY = '={{ "" }}';
const date = 'a date such as 2026-05-16';
const whole = 'a whole number from 1';

describe('bad input is refused before any call, naming the parameter', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	it.each<{ name: string; parameters: INodeParameters; message: string; given: string }>([
		{
			name: 'an impossible date',
			parameters: { ...byDate, date: '2026-02-30' },
			message: `'Date' must be ${date}`,
			given: '"2026-02-30"',
		},
		{
			name: 'a foreign date',
			parameters: { ...byDate, date: '30/06/2026' },
			message: `'Date' must be ${date}`,
			given: '"30/06/2026"',
		},
		{
			name: 'an empty date',
			parameters: { ...byDate, date: EMPTY },
			message: `'Date' must be ${date}`,
			given: 'empty',
		},
		{
			name: 'a From Date that is none',
			parameters: { ...range, fromDate: 'May', toDate: '2026-06-10' },
			message: `'From Date' must be ${date}`,
			given: '"May"',
		},
		{
			name: 'an inverted range',
			parameters: { ...range, fromDate: '2026-06-10', toDate: '2026-06-09' },
			message: "'To Date' must be 'From Date' (2026-06-10) or later",
			given: '"2026-06-09"',
		},
		{
			name: 'a range over 366 dates',
			parameters: { ...range, fromDate: '2026-03-09', toDate: '2027-03-10' },
			message: "'To Date' must be at most 366 dates after 'From Date' (2026-03-09), not 367",
			given: '"2027-03-10"',
		},
		{
			name: 'a limit of zero',
			parameters: { ...byDate, limit: 0 },
			message: `'Limit' must be ${whole}`,
			given: '0',
		},
		{
			name: 'a limit that is no number',
			parameters: { ...byDate, limit: 'ten' },
			message: `'Limit' must be ${whole}`,
			given: '"ten"',
		},
		{
			name: 'half a sale',
			parameters: { ...getFeed, limit: 1.5 },
			message: `'Limit' must be ${whole}`,
			given: '1.5',
		},
		{
			name: 'a page size of zero',
			parameters: { ...getFeed, options: { pageSize: 0 } },
			message: `'Page Size' must be ${whole} to 1000`,
			given: '0',
		},
		{
			name: 'a page size over 1000',
			parameters: { ...byDate, options: { pageSize: 1001 } },
			message: `'Page Size' must be ${whole} to 1000`,
			given: '1001',
		},
		{
			name: 'an empty ledger',
			parameters: { ...byDate, ledgerId: ledger(EMPTY) },
			message: "'Ledger' must be filled in",
			given: 'empty',
		},
		{
			name: 'a ledger that is no path',
			parameters: { ...byDate, ledgerId: ledger('..') },
			message: "'Ledger' must be an ID that fits",
			given: '".."',
		},
		{
			name: 'an empty reference',
			parameters: { ...byReference, reference: EMPTY },
			message: "'Reference' must be filled in",
			given: 'empty',
		},
		{
			name: 'a blank reference',
			parameters: { ...byReference, reference: '  ' },
			message: "'Reference' must be filled in",
			given: '"  "',
		},
		{
			name: 'a reference that is nothing',
			parameters: { ...byReference, reference: '={{ null }}' },
			message: "'Reference' must be filled in",
			given: 'empty',
		},
		{
			name: 'an empty PSP reference',
			parameters: {
				...sale,
				operation: 'getByPspReference',
				output: 'entries',
				pspReference: EMPTY,
			},
			message: "'PSP Reference' must be filled in",
			given: 'empty',
		},
		{
			name: 'a cursor that is no text',
			parameters: { ...getFeed, cursor: '={{ 7 }}' },
			message: "'Cursor' must be the text",
			given: '7',
		},
		{
			name: 'an output that does not exist',
			parameters: { ...byDate, output: '={{ "pdf" }}' },
			message: "'Output' must be entries",
			given: '"pdf"',
		},
	])('$name', async ({ parameters, message, given }) => {
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

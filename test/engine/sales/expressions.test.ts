import type { INodeParameters } from 'n8n-workflow';

import { feedOf, ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '302321';
const sale = { resource: 'sale', ledgerId: ledger(ID) };
const byDate = {
	...sale,
	operation: 'getByDate',
	output: 'entries',
	period: 'date',
	date: '2026-06-10',
	limit: 2,
};
const getFeed = { ...sale, operation: 'getFeed', output: 'entries', limit: 2 };
const byReference = { ...sale, operation: 'getByReference', output: 'entries', reference: 'r' };
const given = (value: unknown) => `={{ ${JSON.stringify(value)} }}`;

let rig: Rig;
beforeAll(async () => void (rig = await setUp()));
afterAll(async () => await rig.close());
beforeEach(() => void rig.calls());

describe('a boolean parameter that an expression gives', () => {
	it.each([true, 'true', ' TRUE ', 'True\n'])('is on for %j', async (value) => {
		const { items, error } = await rig.run({ ...byDate, returnAll: given(value) });
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(2);
	});

	it.each([false, 'false', ' FALSE '])('is off for %j', async (value) => {
		const { items } = await rig.run({ ...byDate, returnAll: given(value) });
		expect(items).toHaveLength(2);
	});

	it.each([1, 0, 'yes', '', null, [], {}, 'truefalse'])(
		'is refused before any call where it is %j',
		async (value) => {
			const { error } = await rig.run({ ...byDate, returnAll: given(value) });
			expect(error?.message).toBe("'Return All' must be true or false");
			expect(error?.description).toMatch(/^(?:You entered |It is empty)/);
			expect(rig.calls()).toEqual([]);
		},
	);
});

describe('a choice that an expression gives', () => {
	it.each<{ path: string; base: INodeParameters; message: string }>([
		{ path: 'startFrom', base: getFeed, message: "'Start From' must be cursor or savedCheckpoint" },
		{
			path: 'period',
			base: byDate,
			message:
				"'Period' must be yesterday, today, last7Days, thisMonth, lastMonth, date or dateRange",
		},
		{ path: 'output', base: byDate, message: "'Output' must be entries, lines or rows" },
		{
			path: 'options.ifNotFound',
			base: byReference,
			message: "'If Not Found' must be error or empty",
		},
	])(
		'is refused before any call where it is no option of $path',
		async ({ path, base, message }) => {
			const [name = '', entry] = path.split('.');
			for (const value of ['Empty', ' error', '', null, true, {}]) {
				const one = given(value);
				const { error } = await rig.run({ ...base, [name]: entry ? { [entry]: one } : one });
				expect([value, error?.message]).toEqual([value, expect.stringContaining(message)]);
			}
			expect(rig.calls()).toEqual([]);
		},
	);
});

describe('a whole number that an expression gives as a text', () => {
	it('is that number', async () => {
		const { items, error } = await rig.run({
			...byDate,
			limit: given('3'),
			options: { pageSize: given(' 2 '), maxParallel: given('1') },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(rig.calls()).toHaveLength(2);
	});

	it.each(['5.5', 'abc', '', '-1', '0', '1e3', '0x10', true, null, [5]])(
		'is refused where it is %j',
		async (value) => {
			const one = given(value);
			for (const parameters of [
				{ limit: one },
				{ options: { pageSize: one } },
				{ options: { maxParallel: one } },
			]) {
				const { error } = await rig.run({ ...byDate, ...parameters });
				expect(error?.message).toMatch(/ must be a whole number from 1/);
			}
			expect(rig.calls()).toEqual([]);
		},
	);
});

describe('blanks around a pasted text', () => {
	const BLANKS = '\u00a0 \t';

	it.each<{ name: string; parameters: INodeParameters; part: string }>([
		{
			name: 'a ledger ID',
			parameters: { ...byDate, ledgerId: ledger(` ${ID}\n`) },
			part: `${feedOf(ID)}/dates`,
		},
		{
			name: 'a reference',
			parameters: { ...byReference, reference: `${BLANKS}a b\n` },
			part: 'references/a%20b',
		},
		{
			name: 'a PSP reference',
			parameters: {
				...sale,
				operation: 'getByPspReference',
				output: 'entries',
				pspReference: `${BLANKS}p\r\n`,
			},
			part: 'psp-references/p',
		},
		{ name: 'a cursor', parameters: { ...getFeed, cursor: `${BLANKS}c=\n` }, part: 'cursor=c%3D&' },
		{
			name: 'an empty cursor',
			parameters: { ...getFeed, cursor: BLANKS },
			part: `${feedOf(ID)}?pageSize=2`,
		},
		{
			name: 'a handle',
			parameters: {
				resource: 'ledger',
				operation: 'getAll',
				filters: { recipientHandle: `${BLANKS}NO:1${BLANKS}` },
			},
			part: 'settlesForRecipientHandles=NO%3A1',
		},
	])('is not part of $name', async ({ parameters, part }) => {
		await rig.run(parameters);
		const [call = ''] = rig.calls();
		expect(call).toContain(part);
		expect(call.endsWith(part) || !/(?:%20|\+)$/.test(call)).toBe(true);
	});

	it('is all there is to an ID that is refused as empty', async () => {
		const { error } = await rig.run({ ...byReference, ledgerId: ledger(`={{ "${BLANKS}" }}`) });
		expect(error?.message).toBe("'Ledger' must be filled in");
	});
});

describe('an ID that is no text', () => {
	it.each([
		{ value: '{ a: 1 }', wanted: 'a text', shown: '{"a":1}' },
		{ value: 'true', wanted: 'a text', shown: 'true' },
		{ value: '["302321"]', wanted: 'a text', shown: '["302321"]' },
		{ value: '1.5', wanted: 'a text', shown: '1.5' },
		{
			value: '2 ** 53',
			wanted: 'a text, since a number that long loses digits',
			shown: '9007199254740992',
		},
	])('is refused: $value', async ({ value, wanted, shown }) => {
		const one = `={{ ${value.startsWith('{') ? `(${value})` : value} }}`;
		for (const [parameter, parameters] of [
			['Ledger', { ...byDate, ledgerId: ledger(one) }],
			['Reference', { ...byReference, reference: one }],
			[
				'Vipps Number or Sales Unit',
				{ resource: 'ledger', operation: 'getAll', filters: { recipientHandle: one } },
			],
		] as const) {
			const { error } = await rig.run(parameters);
			expect(error).toMatchObject({
				message: `'${parameter}' must be ${wanted}`,
				description: `You entered ${shown}.`,
			});
		}
		expect(rig.calls()).toEqual([]);
	});
});

describe("JavaScript's own Date", () => {
	it.each([
		{ instant: '2026-06-09T22:00:00Z', date: '2026-06-10' },
		{ instant: '2026-06-10T21:59:00Z', date: '2026-06-10' },
		{ instant: '2026-06-10T22:00:00Z', date: '2026-06-11' },
	])('$instant is the date in the time zone of the workflow, $date', async ({ instant, date }) => {
		await rig.run({ ...byDate, date: `={{ new Date("${instant}") }}` });
		expect(rig.calls()).toEqual([expect.stringContaining(`/dates/${date}`)]);
	});

	it('is refused where it is none', async () => {
		const { error } = await rig.run({ ...byDate, date: '={{ new Date("soon") }}' });
		expect(error).toMatchObject({
			message: expect.stringContaining("'Date' must be a date such as 2026-05-16"),
			description: 'You entered Invalid Date.',
		});
	});
});

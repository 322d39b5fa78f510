import type { INodeParameters } from 'n8n-workflow';

import { feedOf, ledger, setUp, type Bench } from './bench';

const ID = '302321';
const byReference = { resource: 'sale', operation: 'getByReference', ledgerId: ledger(ID) };
const byPspReference = { resource: 'sale', operation: 'getByPspReference', ledgerId: ledger(ID) };

describe('the look-ups', () => {
	let bench: Bench;
	beforeAll(async () => void (bench = await setUp()));
	afterAll(async () => await bench.close());
	beforeEach(() => void bench.calls());

	/** An order with a capture and a refund of it. */
	const refundedOrder = () => {
		const sales = bench.sandbox.sales(ID);
		const refund = sales.find(({ entryType }) => entryType === 'refund');
		return sales.filter(({ reference }) => reference === refund?.reference);
	};

	it('Get by Reference returns all captures and refunds of an order, by one call', async () => {
		const order = refundedOrder();
		expect(order.length).toBeGreaterThan(1);
		const reference = order[0]?.reference ?? '';
		const { items } = await bench.run({ ...byReference, reference });
		expect(items).toEqual(order.map((entry) => ({ ledgerId: ID, ...entry })));
		expect(bench.calls()).toEqual([`${feedOf(ID)}/references/${reference}`]);
	});

	it('Get by PSP Reference returns one capture or refund, by one call', async () => {
		const entry = bench.sandbox.sales(ID).find((sale) => sale.pspReference !== null);
		const pspReference = entry?.pspReference ?? '';
		const { items } = await bench.run({ ...byPspReference, pspReference });
		expect(items).toEqual([{ ledgerId: ID, ...entry }]);
		expect(bench.calls()).toEqual([`${feedOf(ID)}/psp-references/${pspReference}`]);
	});

	describe.each<[string, INodeParameters]>([
		['reference', { ...byReference, reference: 'unheard-of' }],
		['PSP reference', { ...byPspReference, pspReference: 'unheard-of' }],
	])('for an unknown %s', (_, parameters) => {
		describe.each(['notFound', 'empty'] as const)(
			'that Vipps answers with %s',
			(unknownReference) => {
				beforeEach(() => void (bench.sandbox.switches.unknownReference = unknownReference));
				afterAll(() => void (bench.sandbox.switches.unknownReference = 'notFound'));

				it('fail and say what was not found', async () => {
					const { error } = await bench.run(parameters);
					expect(error?.message).toMatch(
						/^Could not get the sales? with .*reference unheard-of of ledger 302321$/,
					);
				});

				it('return nothing when If Not Found says so', async () => {
					const { items, error } = await bench.run({
						...parameters,
						options: { ifNotFound: 'empty' },
					});
					expect({ items, error }).toEqual({ items: [], error: undefined });
				});
			},
		);
	});

	it('hint that a 404 may mean the ledger when they return nothing', async () => {
		const { hints } = await bench.run({
			...byReference,
			ledgerId: ledger('999'),
			reference: 'r',
			options: { ifNotFound: 'empty' },
		});
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('may not read') }),
		]);
	});

	it.each(['a/b', 'a b', 'ordre #1', 'å+æ=ø?', '%2F', 'a\\b', '..a', ' x '])(
		'send %p as that very reference',
		async (reference) => {
			await bench.run({ ...byReference, reference });
			const [call] = bench.calls();
			expect(call?.split('/')).toHaveLength(8);
			expect(decodeURIComponent(call?.split('/').at(-1) ?? '')).toBe(reference);
		},
	);
});

import type { INodeParameters } from 'n8n-workflow';

import { feedOf, ledger, setUp, type Rig } from '../../rigs/engine/rig';

const ID = '302321';
const byReference = {
	resource: 'sale',
	operation: 'getByReference',
	output: 'entries',
	ledgerId: ledger(ID),
};
const byPspReference = {
	resource: 'sale',
	operation: 'getByPspReference',
	output: 'entries',
	ledgerId: ledger(ID),
};

describe('the look-ups', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());
	beforeEach(() => void rig.calls());

	/** An order with a capture and a refund of it. */
	const refundedOrder = () => {
		const sales = rig.sandbox.sales(ID);
		const refund = sales.find(({ entryType }) => entryType === 'refund');
		return sales.filter(({ reference }) => reference === refund?.reference);
	};

	it('Get by Reference returns all captures and refunds of an order, by one call', async () => {
		const order = refundedOrder();
		expect(order.length).toBeGreaterThan(1);
		const reference = order[0]?.reference ?? '';
		const { items } = await rig.run({ ...byReference, reference });
		expect(items).toEqual(order.map((entry) => ({ ledgerId: ID, ...entry })));
		expect(rig.calls()).toEqual([`${feedOf(ID)}/references/${reference}`]);
	});

	it('Get by PSP Reference returns one capture or refund, by one call', async () => {
		const entry = rig.sandbox.sales(ID).find((sale) => sale.pspReference !== null);
		const pspReference = entry?.pspReference ?? '';
		const { items } = await rig.run({ ...byPspReference, pspReference });
		expect(items).toEqual([{ ledgerId: ID, ...entry }]);
		expect(rig.calls()).toEqual([`${feedOf(ID)}/psp-references/${pspReference}`]);
	});

	describe.each<{ given: string; parameters: INodeParameters }>([
		{ given: 'reference', parameters: { ...byReference, reference: 'unheard-of' } },
		{ given: 'PSP reference', parameters: { ...byPspReference, pspReference: 'unheard-of' } },
	])('for an unknown $given', ({ parameters }) => {
		describe.each(['notFound', 'empty'] as const)(
			'that Vipps answers with %s',
			(unknownReference) => {
				beforeEach(() => void (rig.sandbox.switches.unknownReference = unknownReference));
				afterAll(() => void (rig.sandbox.switches.unknownReference = 'notFound'));

				it('fail and say what was not found', async () => {
					const { error } = await rig.run(parameters);
					expect(error?.message).toMatch(
						/^Could not get the sales? with .*reference unheard-of of ledger 302321$/,
					);
				});

				it('return nothing when If Not Found says so', async () => {
					const { items, error } = await rig.run({
						...parameters,
						options: { ifNotFound: 'empty' },
					});
					expect({ items, error }).toEqual({ items: [], error: undefined });
				});
			},
		);
	});

	it('hint that a 404 may mean the ledger when they return nothing', async () => {
		const { hints } = await rig.run({
			...byReference,
			ledgerId: ledger('999'),
			reference: 'r',
			options: { ifNotFound: 'empty' },
		});
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('may not read') }),
		]);
	});

	it.each(['html', 'empty'] as const)(
		'fail where not Vipps but a firewall says 404, whatever If Not Found says (%s)',
		async (shape) => {
			rig.sandbox.faults.add({ kind: 'status', status: 404, shape, path: '/references/' });
			const options = { ifNotFound: 'empty' };
			const { error } = await rig.run({ ...byReference, reference: 'r', options });
			rig.sandbox.faults.clear();
			expect(error?.description).toMatch(/^Something between n8n and Vipps answered 404/);
		},
	);

	it.each(['a/b', 'a b', 'ordre #1', 'å+æ=ø?', '%2F', 'a\\b', '..a'])(
		'send %p as that very reference',
		async (reference) => {
			await rig.run({ ...byReference, reference });
			const [call] = rig.calls();
			expect(call?.split('/')).toHaveLength(8);
			expect(decodeURIComponent(call?.split('/').at(-1) ?? '')).toBe(reference);
		},
	);
});

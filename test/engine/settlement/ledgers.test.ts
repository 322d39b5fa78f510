import type { IDataObject } from 'n8n-workflow';

import { payoutsBetween, useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { truthOf } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig();
const [FROM, TO] = ['2026-06-01', '2026-06-14'];
const all = { ...payoutsBetween('', FROM, TO), ledgers: 'all' };
const fortnight = (...ledgerIds: string[]) => ({ ...all, ledgers: 'selected', ledgerIds });

const numbersOf = (items: IDataObject[]) =>
	items.map(({ ledgerId, payoutNumber }) => [ledgerId, payoutNumber]);
const expected = (...ledgerIds: string[]) =>
	ledgerIds.flatMap((ledgerId) =>
		truthOf(held.sandbox, ledgerId)
			.payouts.filter(({ ledgerDate }) => FROM <= ledgerDate && ledgerDate <= TO)
			.map(({ payoutNumber }) => [ledgerId, payoutNumber]),
	);

describe('the payouts of several ledgers', () => {
	it('are those of all of them, or of the selected ones, ledger by ledger', async () => {
		const ids = held.sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		expect(numbersOf((await held.run(all)).items)).toEqual(expected(...ids));
		const { items } = await held.run(fortnight('602118', '302334'));
		expect(numbersOf(items)).toEqual(expected('602118', '302334'));
	});

	it('stop at the limit, and say so', async () => {
		const parameters = { ...fortnight('602118', '302334', '302321'), returnAll: false, limit: 5 };
		const { items, hints } = await held.run(parameters);
		expect(numbersOf(items)).toEqual(expected('602118').slice(0, 5));
		expect(hints.map(({ message }) => message)).toContain(
			"The limit of 5 was reached; there may be more. Turn on 'Return All' to get everything.",
		);
		expect(held.calls().some((call) => !call.startsWith('602118'))).toBe(false);
	});

	it('say nothing of a limit that is as large as the result', async () => {
		const limit = expected('302334', '602118').length;
		const parameters = { ...fortnight('302334', '602118'), returnAll: false, limit };
		const { items, hints } = await held.run(parameters);
		expect(items).toHaveLength(limit);
		expect(hints.map(({ message }) => message).join()).not.toContain('limit');
	});

	it('are told in one hint, with their total by currency', async () => {
		const { hints } = await held.run(fortnight('302334', '602118'), [{}, {}]);
		const total = (ledgerId: string) =>
			truthOf(held.sandbox, ledgerId)
				.payouts.filter(({ ledgerDate }) => FROM <= ledgerDate && ledgerDate <= TO)
				.reduce((sum, { payout }) => sum + 2 * payout, 0) / 100;
		const count = 2 * expected('302334', '602118').length;
		expect(hints.map(({ message }) => message)).toEqual([
			`${count} payouts, ${total('302334').toFixed(2)} NOK and ${total('602118').toFixed(2)} EUR in total. Scheduled is not paid yet: compare them with the bank.`,
		]);
	});

	it.each([
		{ onError: 'continueRegularOutput' as const, errorsIn: 0 },
		{ onError: 'continueErrorOutput' as const, errorsIn: 1 },
	])(
		'of which one fails are the others and an error, with $onError',
		async ({ onError, errorsIn }) => {
			const { outputs, error } = await held.run(fortnight('302334', '999999', '602118'), [{}, {}], {
				onError,
			});
			expect(error).toBeUndefined();
			const errors = (outputs[errorsIn] ?? []).filter(({ json }) => 'error' in json);
			expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			expect(errors[0]?.json.error).toContain('999999');
			const payouts = (outputs[0] ?? []).filter(({ json }) => !('error' in json));
			const once = expected('302334', '602118');
			expect(numbersOf(payouts.map(({ json }) => json))).toEqual([...once, ...once]);
		},
	);

	it('of which one fails are an error by default', async () => {
		const { error, items } = await held.run(fortnight('302334', '999999'));
		expect(error?.message).toContain('999999');
		expect(items).toEqual([]);
	});
});

describe('the period of payouts', () => {
	it.each([
		{ period: 'lastMonth', from: '2026-05-01', to: '2026-05-31' },
		{ period: 'thisMonth', from: '2026-06-01', to: '2026-06-15' },
		{ period: 'last7Days', from: '2026-06-08', to: '2026-06-14' },
		{ period: 'yesterday', from: '2026-06-14', to: '2026-06-14' },
		{ period: 'today', from: '2026-06-15', to: '2026-06-15' },
		{ period: undefined, from: '2026-05-01', to: '2026-05-31' },
	])(
		'$period are the payouts whose ledger date is from $from to $to',
		async ({ period, from, to }) => {
			const { resource, operation, ledgerId } = payoutsBetween('302334', from);
			const parameters = { resource, operation, ledgerId, ...(period ? { period } : {}) };
			const { items, error } = await held.run(parameters);
			expect(error).toBeUndefined();
			expect(items.map(({ ledgerDate }) => ledgerDate)).toEqual(
				truthOf(held.sandbox, '302334')
					.payouts.map(({ ledgerDate }) => ledgerDate)
					.filter((date) => from <= date && date <= to),
			);
		},
	);
});

import type { IDataObject } from 'n8n-workflow';

import { payoutsBetween, useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { amountOf, entriesByDate, truthOf } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig();
const FROM = '2026-03-09';
const TODAY = '2026-06-15';

const listIn = (item: IDataObject | undefined, field: string) =>
	(item?.[field] ?? []) as IDataObject[];
const sumOf = (entries: IDataObject[]) =>
	entries.reduce((total, { amount }) => total + Number(amount), 0);

/** Fees as they were kept back, one list for each retention that is not zero. */
function feesByRetention(ledgerId: string): IDataObject[][] {
	const sections: IDataObject[][] = [[]];
	for (const fee of entriesByDate(held.sandbox, ledgerId, 'fees')) {
		if (fee.entryType === 'fees-retained') sections.push([]);
		else sections.at(-1)?.push({ ...fee });
	}
	return sections;
}

describe('Include Transactions', () => {
	it.each(['302321', '302334', '310488', '0451893', '602118', '602745'])(
		'gives every transaction and every fee of the payouts of ledger %s, each once, in order',
		async (ledgerId) => {
			const { items, error } = await held.run({
				...payoutsBetween(ledgerId, FROM, TODAY),
				output: 'raw',
				options: { includeTransactions: true },
			});
			expect(error).toBeUndefined();
			const { payouts } = truthOf(held.sandbox, ledgerId);
			expect(items.map((item) => listIn(item, 'transactions'))).toEqual(
				payouts.map(({ entries }) => entries.map((entry) => ({ ledgerId, ...entry }))),
			);
			const retentions = payouts
				.flatMap(({ entries }) => entries)
				.filter(({ entryType }) => entryType === 'fees-retained');
			expect(items.flatMap((item) => listIn(item, 'feeEntries'))).toEqual(
				feesByRetention(ledgerId)
					.slice(0, retentions.length)
					.flat()
					.map((fee) => ({ ledgerId, ...fee })),
			);
			for (const item of items) {
				expect(sumOf(listIn(item, 'feeEntries'))).toBe(item.fees);
				expect(item.finding).toBeNull();
			}
		},
	);

	it('gives the fees of a payout alone that it has among others, late ones too', async () => {
		const options = { includeTransactions: true };
		const month = { ...payoutsBetween('302321', '2026-05-01', '2026-05-31'), options };
		const { items } = await held.run(month);
		for (const item of [items[3], items[9], items.at(-1)]) {
			const { items: alone } = await held.run({
				...payoutsBetween('302321', String(item?.ledgerDate)),
				options,
			});
			expect(alone).toEqual([item]);
		}
		const found = items.flatMap((item) => {
			const sold = new Set(listIn(item, 'transactions').map(({ pspReference }) => pspReference));
			return listIn(item, 'feeEntries').filter(
				(fee) => fee.entryType === 'capture-fee' && !sold.has(fee.pspReference),
			);
		});
		expect(found.length).toBeGreaterThan(3);
	});

	it('is in kroner in the simplified output', async () => {
		const { items } = await held.run({
			...payoutsBetween('302321', '2026-05-12'),
			options: { includeTransactions: true },
		});
		const { payouts } = truthOf(held.sandbox, '302321');
		const entries = payouts.find(({ ledgerDate }) => ledgerDate === '2026-05-12')?.entries ?? [];
		expect(listIn(items[0], 'transactions').map(({ amount }) => amount)).toEqual(
			entries.map(({ amount }) => amount / 100),
		);
		expect(listIn(items[0], 'transactions')[0]).not.toHaveProperty('dedupeKey');
		expect(listIn(items[0], 'transactions')[0]).not.toHaveProperty('maskedPhoneNo');
	});
});

describe('Include Open', () => {
	const options = { includeOpen: true };

	it.each(['302321', '302334', '310488', '602118'])(
		'adds one item of ledger %s for what is not paid out today, whatever the period',
		async (ledgerId) => {
			const { open, payouts } = truthOf(held.sandbox, ledgerId);
			for (const [from, to] of [
				['2026-05-12', '2026-05-31'],
				['2026-06-10', '2026-06-15'],
			] as const) {
				const parameters = { ...payoutsBetween(ledgerId, from, to), output: 'raw', options };
				const { items } = await held.run(parameters);
				expect(items.slice(0, -1).map(({ payoutNumber }) => payoutNumber)).toEqual(
					payouts
						.filter(({ ledgerDate }) => from <= ledgerDate && ledgerDate <= to)
						.map(({ payoutNumber }) => payoutNumber),
				);
				expect(items.at(-1)).toMatchObject({
					...{ status: 'open', payoutNumber: null, ledgerDate: null, payout: 0, finding: null },
					...{ entry: null, bankText: null, expectedBankDate: null },
					...{ opening: open[0]?.balanceBefore, closing: open.at(-1)?.balanceAfter },
					...{ sales: amountOf(open, 'capture'), refunds: amountOf(open, 'refund') },
				});
			}
		},
	);

	it('adds nothing if everything is paid out, and is off by default', async () => {
		held.at('2026-06-15T22:45:00Z');
		const day = payoutsBetween('602745', '2026-06-15');
		const statuses = async (parameters: object) =>
			(await held.run({ ...day, ...parameters })).items.map(({ status }) => status);
		expect(await statuses({ options })).toEqual(['scheduled']);
		held.at('2026-06-15T15:00:00Z');
		expect(await statuses({ options })).toEqual(['open']);
		expect(await statuses({})).toEqual([]);
	});

	it('has its transactions, too, if they are wanted', async () => {
		const { items, error } = await held.run({
			...payoutsBetween('302321', '2026-06-14', '2026-06-15'),
			output: 'raw',
			options: { ...options, includeTransactions: true },
		});
		expect(error).toBeUndefined();
		const { open } = truthOf(held.sandbox, '302321');
		expect(listIn(items.at(-1), 'transactions')).toHaveLength(open.length);
		expect(items.at(-1)).toMatchObject({ feeEntries: [], finding: null });
	});
});

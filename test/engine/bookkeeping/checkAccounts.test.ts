import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig('vippsBookkeeping');
const checkOf = (ledgerId: string, more: INodeParameters = {}) => ({
	...{ resource: 'voucher', operation: 'checkAccounts', ledgerId: ledger(ledgerId) },
	...{ lookBackDays: 7, ...more },
});
const minor = (value: unknown) => Math.round(Number(value) * 100);
const run = async (parameters: INodeParameters) => {
	const { outputs, error, hints } = await held.run(parameters);
	const [covered = [], missing = []] = outputs.map((items) => items.map(({ json }) => json));
	return { covered, missing, error, hints };
};
const ratesOf = (items: IDataObject[]) => [...new Set(items.map(({ vatRate }) => vatRate))];

describe('a check of accounts', () => {
	it('tells which sales of the last days have an account, and which have none', async () => {
		const { covered, missing } = await run(checkOf('302321'));
		expect(covered.length).toBeGreaterThan(1);
		expect(ratesOf(covered)).toEqual(expect.arrayContaining([25, 15]));
		for (const { vatRate, account, vatCode } of covered) {
			expect([account, vatCode]).toEqual(vatRate === 25 ? ['3000', '3'] : ['3030', '31']);
		}
		expect(ratesOf(missing)).toEqual(expect.arrayContaining(['none given', 0]));
		expect(missing.every((item) => !('account' in item))).toBe(true);
	});

	it('is about all sales of the days before today, to the øre', async () => {
		const { covered, missing } = await run(checkOf('302334', { lookBackDays: '7' }));
		const sold = [8, 9, 10, 11, 12, 13, 14]
			.flatMap((day) =>
				held.sandbox.salesOfDate('302334', `2026-06-${String(day).padStart(2, '0')}`),
			)
			.reduce((sum, { entryType, amounts }) => {
				const gross = amounts?.gross ?? 0;
				if (entryType === 'refund') return sum - Math.abs(gross);
				return entryType === 'capture' ? sum + gross : sum;
			}, 0);
		expect([...covered, ...missing].reduce((sum, { amount }) => sum + minor(amount), 0)).toBe(sold);
	});

	it('finds nothing missing of a rate as soon as it has a row', async () => {
		const rows = [25, 15, 12, 11.11, 0].map((vatRate) => ({ vatRate, salesAccount: '3000' }));
		const json = { accountsFrom: 'json', salesAccountsJson: rows } as unknown as INodeParameters;
		const { missing } = await run(checkOf('302321', json));
		expect(ratesOf(missing)).toEqual(['none given']);
		const none = await run(checkOf('302321', { vatPosting: 'none' }));
		expect(none.missing).toEqual([]);
		expect(new Set(none.covered.map(({ account }) => account))).toEqual(new Set(['3000']));
	});

	it('names what is largest first', async () => {
		const { covered } = await run(checkOf('302321'));
		const amounts = covered.map(({ amount }) => Math.abs(Number(amount)));
		expect(amounts).toEqual([...amounts].sort((one, other) => other - one));
	});

	it.each([0, 367, 'many'])('is refused for %s days before any call', async (lookBackDays) => {
		const { error } = await run(checkOf('302321', { lookBackDays }));
		expect(error?.message).toBe("'Look Back Days' must be a whole number from 1 to 366");
		expect(held.calls()).toEqual([]);
	});
});

import { vouchersOf } from '../../rigs/engine/bookkeeping';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig('vippsBookkeeping');
const everyLedger = { ...vouchersOf(''), ledgers: 'all' };
const selected = (...ledgerIds: string[]) => ({ ...everyLedger, ledgers: 'selected', ledgerIds });
const messages = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message);

describe('the ledgers that vouchers are prepared for', () => {
	it('are all of the country of the accounts, and a hint counts the others', async () => {
		const run = await held.run(everyLedger);
		const ids = new Set(run.outputs.flat().map(({ json }) => json.ledgerId));
		expect([...ids].sort()).toEqual(['302321', '310488']);
		expect(messages(run).join(' ')).toContain(
			'4 ledgers were left out, since the accounts are of another country: 2 of Denmark, 2 of Finland.',
		);
	});

	it.each([
		{ name: 'one', given: vouchersOf('602118') },
		{ name: 'selected', given: selected('302321', '602118') },
	])('are refused by name if $name of them is of another country', async ({ given }) => {
		const { error } = await held.run(given);
		expect(error?.message).toBe("'Country' must be Finland for ledger 602118");
		expect(error?.description).toContain('You entered Norway.');
		expect(held.calls().filter((call) => call.includes('602118'))).toEqual([]);
	});

	it('are refused if these keys may not read them', async () => {
		const { error } = await held.run(vouchersOf('999999'));
		expect(error?.message).toBe('Could not get ledger 999999');
		expect(error?.description).toContain('Unknown ledger, or no access');
	});

	it.each([
		{ onError: 'continueRegularOutput' as const },
		{ onError: 'continueErrorOutput' as const },
	])(
		'that fail are items of their own, and the others are not held up: $onError',
		async ({ onError }) => {
			held.sandbox.faults.add({ kind: 'status', status: 403, path: '/ledgers/302321/' });
			const run = await held.run(selected('302321', '310488'), [{}], { onError });
			const items = run.outputs.flat().map(({ json }) => json);
			expect(items.filter(({ error }) => error)).toMatchObject([
				{ error: expect.stringContaining('302321') },
			]);
			expect(items.filter(({ ledgerId }) => ledgerId)).toMatchObject([{ ledgerId: '310488' }]);
		},
	);
});

import { daysAfter } from '../../../accounting/ledgerDates';
import { ledger } from '../../rigs/engine/rig';
import { payoutsBetween, useSettlementRig } from '../../rigs/engine/settlement/settlementRig';
import { datesFrom } from '../../rigs/engine/settlement/truth';

const held = useSettlementRig();

const paths = (ledgerId: string, first: string, last = first, list = 'funds') =>
	datesFrom(first, last).map((date) => `${ledgerId}/${list}/dates/${date}`);

describe('payouts take no call in vain', () => {
	it.each([
		{
			name: 'the date, those back to the payout before, and seven to look for its return',
			parameters: payoutsBetween('302321', '2026-05-05'),
			calls: paths('302321', '2026-05-04', '2026-05-12'),
		},
		{
			name: 'a week, back to the Sunday before',
			parameters: payoutsBetween('302334', '2026-05-24'),
			calls: paths('302334', '2026-05-17', '2026-05-31'),
		},
		{
			name: 'a month, back to the last of the month before',
			parameters: payoutsBetween('310488', '2026-05-01', '2026-05-31'),
			calls: paths('310488', '2026-04-30', '2026-06-07'),
		},
		{
			name: 'nothing back of the first payout of a ledger',
			parameters: payoutsBetween('302321', '2026-03-09'),
			calls: paths('302321', '2026-03-09', '2026-03-16'),
		},
		{
			name: 'nothing back of the first payout of a ledger and its fees',
			parameters: {
				...payoutsBetween('302321', '2026-03-09'),
				options: { includeTransactions: true },
			},
			calls: [
				...paths('302321', '2026-03-09', '2026-03-16'),
				...paths('302321', '2026-03-09', '2026-03-09', 'fees'),
			],
		},
		{
			name: 'the first payout of a ledger, back to its first sale',
			parameters: payoutsBetween('302334', '2026-03-22'),
			calls: paths('302334', '2026-03-16', '2026-03-29').filter(
				(path) => !path.endsWith('2026-03-15'),
			),
		},
		{
			name: 'nothing beyond today',
			parameters: payoutsBetween('302321', '2026-06-13', '2026-12-31'),
			calls: paths('302321', '2026-06-12', '2026-06-15'),
		},
		{
			name: 'nothing else if there was no payout',
			parameters: payoutsBetween('302334', '2026-05-18', '2026-05-20'),
			calls: paths('302334', '2026-05-18', '2026-05-20'),
		},
		{
			name: 'no fees with gross settlement, of which nothing is kept back',
			parameters: {
				...payoutsBetween('451207', '2026-05-20'),
				options: { includeTransactions: true },
			},
			calls: paths('451207', '2026-05-19', '2026-05-27'),
		},
		{
			name: 'fees of the dates of a payout, back to the retention before, if they are wanted',
			parameters: {
				...payoutsBetween('302321', '2026-05-05'),
				options: { includeTransactions: true },
			},
			calls: [
				...paths('302321', '2026-05-04', '2026-05-12'),
				...paths('302321', '2026-05-04', '2026-05-05', 'fees'),
			],
		},
		{
			name: 'what is not paid out yet, up to today, if it is wanted',
			parameters: { ...payoutsBetween('302334', '2026-05-31'), options: { includeOpen: true } },
			calls: paths('302334', '2026-05-24', '2026-06-15'),
		},
	])('$name', async ({ parameters, calls }) => {
		const { error } = await held.run(parameters);
		expect(error).toBeUndefined();
		expect(held.calls().sort()).toEqual([...calls].sort());
	});

	it('read the list of ledgers once if all are read, and for a ledger without a payout', async () => {
		const isList = (call: string) => call.startsWith('/settlement');
		const all = { ...payoutsBetween('', '2026-05-20'), ledgers: 'all' };
		await held.run(all, [{}, {}]);
		expect(held.calls().filter(isList)).toHaveLength(3);
		await held.run(payoutsBetween('602745', '2026-04-20'));
		expect(held.calls().filter((call) => !isList(call))).toEqual(paths('602745', '2026-04-20'));
	});

	it('look back no further than 92 dates, and say so', async () => {
		held.at('2026-09-02T10:00:00Z');
		const { items, hints } = await held.run(payoutsBetween('21630', '2026-08-31'));
		expect(items).toMatchObject([{ payoutNumber: '2000400', finding: null }]);
		expect(held.calls().sort()).toEqual(
			paths('21630', daysAfter('2026-08-31', -92), '2026-09-02').sort(),
		);
		expect(hints.map(({ message }) => message)).toContain(
			'No earlier payout was found within 92 days for ledger 21630. The first payout starts at the first entry that was found.',
		);
	});
});

describe('what Vipps does not name is read from the list of ledgers', () => {
	const day = payoutsBetween('302321', '2026-05-05');

	it('only if neither the payout nor its sales say where they were paid to', async () => {
		held.sandbox.switches.payoutReference = 'null';
		const { items } = await held.run(day);
		expect(items).toMatchObject([
			{ bankText: expect.stringMatching(/^Utb\. \d+ Vippsnr 123456$/) },
		]);
		expect(held.calls().filter((call) => call.startsWith('/settlement'))).toEqual([]);
	});

	it('and never outside Norway, where the text is not known', async () => {
		held.sandbox.switches.payoutReference = 'empty';
		const { items } = await held.run({ ...day, ledgerId: ledger('451207') });
		expect(items).toMatchObject([{ bankText: null, finding: null }]);
		expect(held.calls().filter((call) => call.startsWith('/settlement'))).toEqual([]);
	});
});

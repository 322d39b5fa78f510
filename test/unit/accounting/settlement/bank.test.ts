import { bankTextOf, expectedBankDate } from '../../../../accounting/settlement/bank';
import { groupPayouts, type PayoutGroup } from '../../../../accounting/settlement/payouts';
import { chained, movementsOf, type Draft } from './funds';

function payoutOf(payout: Partial<Draft>, handles: Array<string | null> = []): PayoutGroup {
	const drafts = handles.map((recipientHandle) => ({ amount: 100, recipientHandle }));
	const grouping = groupPayouts();
	const entries = chained([
		...drafts.map((draft) => ({ entryType: 'capture', ...draft })),
		{ entryType: 'payout-scheduled', amount: -100, pspReference: '460017-2000167', ...payout },
	]);
	return movementsOf(entries)
		.map((movement) => grouping.add(movement))
		.at(-1) as PayoutGroup;
}

describe("a payout's text at the bank", () => {
	it.each([
		{ reference: ' Utb. 1 Vippsnr 2 ', text: 'Utb. 1 Vippsnr 2' },
		{ reference: '02123', currency: 'DKK', text: '02123' },
	])('is the one that Vipps sent: $text', ({ text, ...payout }) => {
		expect(bankTextOf(payoutOf(payout, ['NO:9']), ['NO:9'])).toBe(text);
	});

	it.each([
		{ from: "the payout's own handle", payout: { recipientHandle: 'NO:548005' }, used: ['NO:9'] },
		{ from: 'the only handle of its movements', used: ['NO:548005', '', null, 'NO:548005'] },
		{ from: 'the only handle of the ledger', known: ['NO:548005'] },
		{
			from: 'the ledger if the movements have several',
			used: ['NO:1', 'NO:2'],
			known: ['api:548005'],
		},
	])('is built in Norway from $from', ({ payout = {}, used = [], known = [] }) => {
		for (const reference of ['', null, undefined]) {
			const group = payoutOf({ ...payout, reference }, used);
			expect(bankTextOf(group, known)).toBe('Utb. 2000167 Vippsnr 548005');
		}
	});

	it.each([
		{ why: 'two numbers to pay to', known: ['NO:1', 'NO:2'] },
		{ why: 'no number at all', known: [] },
		{ why: 'another country', payout: { currency: 'EUR' }, known: ['FI:1'] },
		{ why: 'no payout number', payout: { pspReference: null }, known: ['NO:1'] },
	])('is not known with $why', ({ payout, known }) => {
		expect(bankTextOf(payoutOf({ ...payout }), known)).toBeNull();
	});
});

describe('the day at the bank', () => {
	it.each([
		{ weekday: 'Monday', date: '2026-06-15', norway: '2026-06-17', finland: '2026-06-16' },
		{ weekday: 'Wednesday', date: '2026-06-17', norway: '2026-06-19', finland: '2026-06-18' },
		{ weekday: 'Thursday', date: '2026-06-18', norway: '2026-06-22', finland: '2026-06-19' },
		{ weekday: 'Friday', date: '2026-06-19', norway: '2026-06-23', finland: '2026-06-23' },
		{ weekday: 'Sunday', date: '2026-06-21', norway: '2026-06-23', finland: '2026-06-23' },
	])('of a payout of $weekday', ({ date, norway, finland }) => {
		expect(expectedBankDate(date, 'NOK')).toBe(norway);
		expect(expectedBankDate(date, 'EUR')).toBe(finland);
	});
});

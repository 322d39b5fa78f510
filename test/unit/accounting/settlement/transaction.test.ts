import {
	transactionShapes,
	type TransactionOrigin,
} from '../../../../accounting/settlement/transaction';
import { transactionKey } from '../../../../accounting/settlement/transactionKey';
import { chainsByDate } from '../../../../accounting/settlement/chainsByDate';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';
import { chained, published } from './funds';

const origin: TransactionOrigin = {
	...{ ledgerId: '12345', isFinal: true, finding: null, hasCustomerData: false },
};
const [capture] = published.documentedDay as [ReportEntry];

describe('an entry as a row', () => {
	it('has what a bookkeeper reads first, in signed kroner', () => {
		const [, , , refund] = published.documentedDay as [unknown, unknown, unknown, ReportEntry];
		const [row] = transactionShapes.rows(refund, origin);
		expect(Object.entries(row ?? {})).toEqual([
			...[['ledgerDate', '2022-10-01'] as const, ['entryType', 'refund'] as const],
			...[['amount', -100] as const, ['currency', 'NOK'] as const],
			...[['reference', null] as const, ['pspReference', null] as const],
			...[['balanceAfter', 300] as const, ['isFinal', true] as const],
			...[['finding', null] as const, ['ledgerId', '12345'] as const],
			...[['balanceBefore', 400] as const, ['time', null] as const],
			['recipientHandle', null],
		]);
	});

	it('has customer data only if they were asked for', () => {
		const entry = { ...capture, name: 'Kari', maskedPhoneNo: 'xxxx 1234' };
		expect(transactionShapes.rows(entry, origin)[0]).not.toHaveProperty('name');
		expect(transactionShapes.rows(entry, { ...origin, hasCustomerData: true })).toEqual([
			expect.objectContaining({ name: 'Kari', message: null, maskedPhoneNo: 'xxxx 1234' }),
		]);
	});

	it.each([
		{ amount: 12.5, says: 'amount is 12.5, not a whole number of minor units' },
		{ balanceAfter: '7', says: 'balanceAfter is "7", not a whole number of minor units' },
	])('that cannot be shown comes as it was sent, with the reason: $says', ({ says, ...change }) => {
		const entry = { ...capture, ...change } as ReportEntry;
		expect(transactionShapes.rows(entry, origin)).toEqual([
			{
				...entry,
				...{ ledgerId: '12345', isFinal: true },
				shapeError: `Entry of ledger 12345, 2022-10-01, capture: ${says}`,
			},
		]);
	});

	it('keeps a type, a currency and a reference that nobody knows', () => {
		const entry = { ...capture, entryType: 'levy', currency: 'ISK', reference: 'æ/ø' };
		expect(transactionShapes.rows(entry, origin)).toEqual([
			expect.objectContaining({
				entryType: 'levy',
				currency: 'ISK',
				reference: 'æ/ø',
				amount: 10000,
			}),
		]);
	});
});

describe('a raw entry', () => {
	it('is as it was sent, unknown fields too, and says whether its date is final', () => {
		const entry = { ...capture, new: { field: [1] } };
		expect(transactionShapes.entries(entry, origin)).toEqual([
			{ ledgerId: '12345', isFinal: true, ...entry },
		]);
		expect(transactionShapes.entries(entry, { ...origin, isFinal: null })).toEqual([
			{ ledgerId: '12345', ...entry },
		]);
	});

	it('with a number that JSON cannot hold says so', () => {
		const [item] = transactionShapes.entries({ ...capture, amount: 2 ** 60 }, origin);
		expect(item?.shapeError).toContain('amount');
	});
});

describe('the key of an entry', () => {
	const key = (change: Partial<ReportEntry> = {}, list = 'funds', ledgerId = '1') =>
		transactionKey(ledgerId, list, { time: 'T', pspReference: '7', ...capture, ...change });

	it('is the same for the same entry, and another one for any other', () => {
		expect(key()).toBe(key({ reference: 'changed' }));
		const keys = [
			...[key(), key({}, 'fees'), key({}, 'funds', '2'), key({ entryType: 'refund' })],
			...[key({ pspReference: null }), key({ pspReference: 'null' })],
			...[key({ ledgerDate: '2022-10-02' }), key({ time: 'U' }), key({ amount: 10001 })],
			key({ balanceBefore: 1 }),
		];
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('the balances of a feed', () => {
	const at = (ledgerDate: string, amounts: number[], opening: number) =>
		chained(
			amounts.map((amount) => ({ entryType: 'capture', amount, ledgerDate })),
			opening,
		);
	const [today, tonight, payout] = [
		at('2026-06-14', [100, 200], 0),
		at('2026-06-15', [50], 0),
		at('2026-06-14', [-300], 300),
	];

	it('are followed date by date, since sales of the night come before the payout', () => {
		const findingOf = chainsByDate();
		const entries = [...today, ...tonight, ...payout];
		expect(entries.map((entry) => findingOf(entry))).toEqual([null, null, null, null]);
	});

	it('are broken where an entry of the date is missing, doubled or altered', () => {
		const [first, second] = today as [ReportEntry, ReportEntry];
		const findings = (entries: ReportEntry[]) => entries.map(chainsByDate()).filter(Boolean);
		expect(findings([first, ...payout])).toEqual([
			'The chain of balances is broken at capture on 2026-06-14: 3.00 instead of 1.00',
		]);
		expect(findings([first, first])).toHaveLength(1);
		expect(findings([{ ...first, amount: 99 }, second])).toHaveLength(1);
	});

	it('go on behind an entry that cannot be read', () => {
		const findingOf = chainsByDate();
		expect(findingOf({ entryType: 'capture', amount: 1.5, ledgerDate: '2026-06-14' })).toBeNull();
		expect(findingOf(capture)).toBeNull();
	});
});

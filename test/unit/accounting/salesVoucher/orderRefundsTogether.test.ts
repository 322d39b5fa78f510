import fc from 'fast-check';

import { createVoucherBook } from '../../../../accounting/salesVoucher/voucherBook';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { accounts, ledgerDate, line, row, totalsOf } from './day';
import {
	allOfIt,
	at25,
	captured,
	earlier,
	found,
	posted,
	reference,
	refunded,
	sold,
} from './order';

describe('the rate of a refund', () => {
	it('is the one that the user chose where its capture had none, without a finding', () => {
		const order = [captured([], { amounts: { gross: 4000, net: null, vat: null } })];
		const chosen = { missingVat: 'rate' as const, missingVatRate: 2500 };
		for (const gross of [4000, 1000]) {
			expect(posted([refunded(gross)], order, chosen)).toEqual([
				['3000', gross * 0.8],
				['2700', gross * 0.2],
			]);
			expect(found([refunded(gross)], order, chosen)).toEqual([]);
		}
	});

	it('is that of its sale in Finland, also after that rate has ended', () => {
		const finland = { country: 'FI' as const, rows: [row(1400, '3010', { vatAccount: '2901' })] };
		const old = { currency: 'EUR', time: '2025-12-30T10:00:00Z' };
		const amounts = { gross: 11400, net: 10000, vat: 1400 };
		for (const entry of [
			captured([line(11400, 1400, 1400)], old),
			captured([], { ...old, amounts }),
		]) {
			const back = refunded(11400, [], { currency: 'EUR' });
			expect(posted([back], [entry], finland)).toEqual([
				['3010', 10000],
				['2901', 1400],
			]);
			expect(found([back], [entry], finland)).toEqual(['otherCurrency']);
		}
	});
});

describe('several refunds of an order', () => {
	const cash = { paymentType: 'CASH', pspReference: null };

	it.each([
		{ name: 'at one time', more: [{}, {}] },
		{ name: 'after another', more: [{}, { time: `${ledgerDate}T11:00:00Z` }] },
		{ name: 'in cash, with nothing that tells them apart', more: [cash, cash] },
	])('take together what was captured, and no more, $name', ({ more }) => {
		const refunds = more.map((each) => refunded(10000, [], each));
		const [first = refunded(0)] = refunds;
		for (const order of [[sold], [sold, first], [sold, ...refunds], [...refunds, sold]]) {
			expect(posted(refunds, order)).toEqual([...allOfIt, ['1999', 5000]]);
			expect(posted(refunds.toReversed(), order)).toEqual([...allOfIt, ['1999', 5000]]);
		}
	});

	it('count behind all captures, if they have no time', () => {
		expect(posted([refunded(15000, [], { time: undefined })], [sold])).toEqual(allOfIt);
	});

	it('give back no more than was captured, even if the same refund comes twice', () => {
		const back = refunded(15000);
		expect(posted([back, back], [sold, back])).toEqual([...allOfIt, ['1999', 15000]]);
	});

	it('need one look-up, and none of refunds with VAT, without reference or of nothing', () => {
		const book = createVoucherBook({ ledgerId: '1', currency: 'NOK', accounts });
		const others = [
			...[refunded(1), refunded(2), refunded(3), refunded(4, [], { reference: 'other' })],
			...[refunded(0), refunded(10000, [at25], { reference: 'a' }), captured([])],
			refunded(5, [], { reference: null }),
		];
		for (const entry of others) book.add([entry], ledgerDate);
		expect(book.orders()).toEqual([reference, 'other']);
		book.complete(reference, [sold]);
		expect(book.orders()).toEqual(['other']);
	});

	it('come to the same, in whatever order and with whatever signs the order is sent', () => {
		const order = [
			...[sold, captured([line(3000, 1200, 321)])],
			refunded(2000, [line(2000, 1500, 261)], earlier),
			...[refunded(777), refunded(1234)],
		];
		const today = order.slice(3);
		const expected = totalsOf([today], { vatPosting: 'lines' }, { [reference]: order });
		const turned = (entry: SalesEntry, isTurned: boolean): SalesEntry =>
			isTurned && entry.entryType === 'refund' && entry.lines?.length === 0
				? { ...entry, amounts: { gross: -(entry.amounts?.gross ?? 0) } }
				: entry;
		const shuffled = fc.shuffledSubarray(order, { minLength: order.length });
		fc.assert(
			fc.property(shuffled, fc.array(fc.boolean(), { minLength: 5 }), (sent, signs) => {
				const orders = { [reference]: sent.map((each, at) => turned(each, signs[at] ?? false)) };
				expect(totalsOf([today], { vatPosting: 'lines' }, orders)).toEqual(expected);
			}),
		);
	});
});

import fc from 'fast-check';

import { toLines } from '../../../../accounting/items/lines';
import { toRow } from '../../../../accounting/items/rows';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';

const origin = { ledgerId: '1', ledgerDate: null };
/** Often zero, so that the sign must follow from another field. Gross is always net plus VAT, from which their signs follow. */
const amount = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1e11 }));
const line = fc
	.record({ lineTotalNet: amount, vatAmount: amount })
	.map((split) => ({ ...split, lineTotalGross: split.lineTotalNet + split.vatAmount }));
const entry = fc
	.record({
		entryType: fc.constantFrom('capture', 'refund'),
		sign: fc.constantFrom(1, -1),
		gross: amount,
		lines: fc.array(line, { maxLength: 5 }),
	})
	.map(({ entryType, sign, gross, lines }): SalesEntry => {
		const wireSign = entryType === 'refund' ? sign : 1;
		const sent = lines.map((each) => ({
			lineTotalGross: wireSign * each.lineTotalGross,
			lineTotalNet: wireSign * each.lineTotalNet,
			vatAmount: wireSign * each.vatAmount,
		}));
		return { entryType, amounts: { gross: wireSign * gross, net: null, vat: null }, lines: sent };
	});

/** Decimals back to whole minor units, without arithmetic on them. */
const minor = (major: unknown) => BigInt(Number(major).toFixed(2).replace('.', ''));
const sum = (amounts: bigint[]) => amounts.reduce((total, each) => total + each, 0n);
const wire = ({ entryType }: SalesEntry, value: number) => {
	const size = BigInt(Math.abs(value));
	return entryType === 'refund' ? -size : size;
};

describe('the amounts', () => {
	it('of rows add up to those of the entries, minus refunds', () => {
		fc.assert(
			fc.property(fc.array(entry), (entries) => {
				const rows = entries.map((each) => toRow(each, origin));
				const expected = entries.map((each) => wire(each, each.amounts?.gross ?? 0));
				expect(sum(rows.map(({ gross }) => minor(gross)))).toBe(sum(expected));
			}),
		);
	});

	it.each(['lineTotalGross', 'lineTotalNet', 'vatAmount'] as const)(
		'of lines add up to those of the order lines: %s',
		(field) => {
			fc.assert(
				fc.property(fc.array(entry), (entries) => {
					const items = entries.flatMap((each) => toLines(each, origin));
					const expected = entries.flatMap((each) =>
						(each.lines ?? []).map((every) => wire(each, every[field] ?? 0)),
					);
					const given = items.filter((item) => item[field] !== null);
					expect(sum(given.map((item) => minor(item[field])))).toBe(sum(expected));
				}),
			);
		},
	);
});

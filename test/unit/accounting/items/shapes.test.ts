import fc from 'fast-check';

import { dedupeKeys } from '../../../../accounting/items/dedupeKey';
import { shapes } from '../../../../accounting/items/shapes';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { documentedEntry } from '../sales';

const origin = { ledgerId: '302321', ledgerDate: null };
const ofDate = { ledgerId: '302321', ledgerDate: '2026-01-18' };
const { rows, lines, entries } = shapes;
/** What JSON holds that the types do not allow. */
const changed = (changes: object): SalesEntry => ({ ...documentedEntry, ...changes }) as SalesEntry;
const [line = {}] = documentedEntry.lines ?? [];
const withLine = (changes: object) => changed({ lines: [line, { ...line, ...changes }] });

const SALE =
	'Sale on ledger 302321, 2026-01-19, reference 12494299492, PSP reference 35054310398, at 2026-01-19T12:45:00Z';

describe('a sale that cannot be shaped', () => {
	it.each([
		{
			entry: changed({ amounts: { gross: 12.5 } }),
			why: 'amounts.gross is 12.5, not a whole number of minor units',
		},
		{
			entry: changed({ amounts: { net: '20000' } }),
			why: 'amounts.net is "20000", not a whole number of minor units',
		},
		{
			entry: changed({ amounts: { vat: 2 ** 53 } }),
			why: 'amounts.vat is 9007199254740992, not a whole number of minor units',
		},
		{ entry: changed({ amounts: [] }), why: 'amounts is [], not an object' },
		{ entry: changed({ amounts: '250.00' }), why: 'amounts is "250.00", not an object' },
		{ entry: changed({ classification: 'MPOS' }), why: 'classification is "MPOS", not an object' },
		{ entry: changed({ completeness: [true] }), why: 'completeness is [true], not an object' },
		{ entry: changed({ lines: 'none' }), why: 'lines is "none", not a list of order lines' },
		{ entry: changed({ lines: {} }), why: 'lines is {}, not a list of order lines' },
		{ entry: changed({ lines: [line, null] }), why: 'lines[1] is null, not an order line' },
		{ entry: changed({ lines: [[]] }), why: 'lines[0] is [], not an order line' },
		{
			entry: withLine({ lineTotalGross: 0.5 }),
			why: 'lines[1].lineTotalGross is 0.5, not a whole number of minor units',
		},
		{
			entry: withLine({ unitPriceNet: true }),
			why: 'lines[1].unitPriceNet is true, not a whole number of minor units',
		},
		{ entry: withLine({ quantity: '2' }), why: 'lines[1].quantity is "2", not a number' },
		{ entry: withLine({ quantity: Infinity }), why: 'lines[1].quantity is Infinity, not a number' },
		{
			entry: withLine({ vatRate: 25.5 }),
			why: 'lines[1].vatRate is 25.5, not a whole number of basis points',
		},
		{
			entry: withLine({ lineId: 2 ** 60 }),
			why: 'lines[1].lineId is 1152921504606847000, a number that may have lost digits',
		},
	])('is returned as sent, with the reason: $why', ({ entry, why }) => {
		for (const shape of [rows, lines]) {
			const [item, ...others] = shape(entry, origin);
			expect(others).toEqual([]);
			expect(item).toEqual({
				...{ date: '2026-01-19', ledgerId: '302321', ledgerDate: null },
				...{ shapeError: `${SALE}: ${why}`, ...entry },
			});
			expect(Object.keys(item ?? {}).slice(0, 4)).toEqual([
				...['date', 'ledgerId', 'ledgerDate', 'shapeError'],
			]);
		}
	});

	it('is identified by all that is known of it', () => {
		const told = (entry: object) =>
			String(rows({ amounts: [], ...entry } as never, origin)[0]?.shapeError);
		expect(told({})).toBe('Sale on ledger 302321: amounts is [], not an object');
		expect(told({ entryType: 'REFUND', reference: 7 })).toMatch(/^Refund on .*, reference 7: /);
		expect(told({ reference: 'x'.repeat(1e6) }).length).toBeLessThan(200);
		expect(told({ amounts: { gross: 'x'.repeat(1e6) } }).length).toBeLessThan(200);
		expect(told({ time: 'noon' })).toMatch(/302321, at noon: /);
		expect(rows({ amounts: [] } as never, ofDate)[0]).toMatchObject({
			...{ date: '2026-01-18', ledgerDate: '2026-01-18' },
			shapeError: expect.stringContaining('302321, 2026-01-18: '),
		});
	});

	it('keeps its own fields except shapeError', () => {
		const sent = { amounts: [], ledgerId: 'own', shapeError: 'own' };
		for (const shape of [rows, lines]) {
			const [item] = shape(sent as never, origin);
			expect(item).toMatchObject({ ledgerId: 'own', amounts: [] });
			expect(item?.shapeError).toMatch(/^Sale on ledger 302321/);
		}
	});

	it('has an error or all fields of a row, whatever JSON it is', () => {
		const keys = Object.keys(rows(documentedEntry, origin)[0] ?? {});
		const some = fc.record(
			Object.fromEntries(
				Object.keys(documentedEntry).map((name) => [
					name,
					fc.oneof(fc.jsonValue(), fc.constant(documentedEntry[name])),
				]),
			),
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(some, (drawn) => {
				const entry = JSON.parse(JSON.stringify(drawn)) as SalesEntry;
				for (const shape of [rows, lines, entries]) {
					for (const item of shape(entry, origin)) {
						if (item.shapeError !== undefined || shape === entries) {
							expect(item).toMatchObject(entry);
						} else if (shape === rows) expect(Object.keys(item)).toEqual(keys);
					}
				}
				expect(dedupeKeys('302321').next(entry)).toEqual(expect.any(String));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a number that may have lost digits', () => {
	const [first, second] = ['12345678901234567890', '12345678901234567891'].map((pspReference) =>
		// As in JSON where the quotes were left out.
		JSON.parse(`{"entryType":"capture","currency":"NOK","pspReference":${pspReference}}`),
	) as [SalesEntry, SalesEntry];

	it('is reported in every output, and nothing else is changed', () => {
		for (const shape of [rows, lines, entries]) {
			const [item] = shape(first, origin);
			expect(item).toMatchObject(first);
			expect(item?.shapeError).toMatch(/pspReference is 12345678901234567000, a number that/);
		}
		expect(Object.keys(entries(first, origin)[0] ?? {}).slice(0, 3)).toEqual([
			...['ledgerId', 'shapeError', 'entryType'],
		]);
		expect(entries(first, ofDate)[0]).toMatchObject({ ledgerDate: '2026-01-18' });
	});

	it.each([
		{ reference: 2 ** 53 },
		{ reference: 1.1 },
		{ time: 1e300 },
		{ orderId: -(2 ** 53) },
		{ classification: { solution: 0.5 } },
		{ lines: [{ lineId: 2 ** 53 }] },
	])('is reported for %j', (changes) => {
		expect(entries(changed(changes), origin)[0]?.shapeError).toMatch(/a number that may have lost/);
	});

	it.each([
		{ reference: 42 },
		{ pspReference: Number.MAX_SAFE_INTEGER },
		{ exchangeRate: 11.52 },
		{ lines: [{ quantity: 0.375, lineId: 7 }] },
	])('is not reported for %j', (changes) => {
		const [item] = entries(changed(changes), origin);
		expect(item).toEqual({ ledgerId: '302321', ...changed(changes) });
	});

	it('does not identify a sale: two such sales have two keys', () => {
		const keys = dedupeKeys('302321');
		expect(first.pspReference).toBe(second.pspReference);
		expect(new Set([first, second].map((entry) => keys.next(entry))).size).toBe(2);
	});
});

describe('an entry type that is not a text', () => {
	it.each([7, null, {}, ['refund']])(
		'is unknown, and every amount keeps its sign: %j',
		(entryType) => {
			const entry = changed({ entryType });
			expect(rows(entry, origin)[0]).toMatchObject({ entryType, gross: 250, finding: null });
			expect(lines(entry, origin)[0]).toMatchObject({
				entryType,
				quantity: 2,
				lineTotalGross: 250,
			});
		},
	);
});

describe('the date of an item', () => {
	it('is its first field: the ledger date, or else the day of the sale', () => {
		for (const shape of [rows, lines]) {
			const late = changed({ time: '2026-06-30T22:30:00Z' });
			expect(shape(late, ofDate)[0]).toMatchObject({ date: '2026-01-18' });
			const [item] = shape(late, origin);
			expect(Object.entries(item ?? {})[0]).toEqual(['date', '2026-07-01']);
			expect(item).toMatchObject({ ledgerDate: null });
			expect(shape(changed({ time: 'noon' }), origin)[0]).toMatchObject({ date: null });
		}
	});
});

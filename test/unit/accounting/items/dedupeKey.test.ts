import fc from 'fast-check';

import { dedupeKeys } from '../../../../accounting/items/dedupeKey';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';
import { documentedEntry } from '../sales';

const cash: SalesEntry = { ...documentedEntry, pspReference: null };
const keysOf = (...entries: SalesEntry[]) => {
	const keys = dedupeKeys('302321');
	return entries.map((entry) => keys.next(entry));
};

describe('the dedupe key of a sale', () => {
	it('consists of its ledger, type and PSP reference', () => {
		expect(keysOf(documentedEntry)).toEqual(['302321|capture|35054310398']);
	});

	it('has reference, time, type, gross and a number without a PSP reference', () => {
		const key = '302321|capture||12494299492|2026-01-19T12:45:00Z|25000';
		expect(keysOf(cash, documentedEntry, cash)).toEqual([
			`${key}|1`,
			'302321|capture|35054310398',
			`${key}|2`,
		]);
	});

	it('counts a sale whose key is not wanted', () => {
		const keys = dedupeKeys('302321');
		keys.skip(cash);
		keys.skip(documentedEntry);
		expect(keys.next(cash)).toMatch(/\|2$/);
	});

	it.each([undefined, null, '', 2 ** 53, 1.5, {}, []])('treats %p as no PSP reference', (value) => {
		const entry = { ...documentedEntry, pspReference: value as never };
		expect(keysOf(entry, entry)[1]).toMatch(/\|2$/);
	});

	it('accepts a PSP reference that is an exact number', () => {
		const entry = { ...documentedEntry, pspReference: Number.MAX_SAFE_INTEGER as never };
		expect(keysOf(entry)).toEqual(['302321|capture|9007199254740991']);
	});

	it('differs if any of its fields differs, whatever characters they contain', () => {
		const texts = fc.array(fc.string({ unit: fc.constantFrom('a', '|', '\\') }), {
			minLength: 3,
			maxLength: 3,
		});
		const keyOf = ([ledgerId = '', entryType, pspReference]: string[]) =>
			dedupeKeys(ledgerId).next({ entryType, pspReference: `p${pspReference}` });
		fc.assert(
			fc.property(texts, texts, (one, other) => {
				expect(keyOf(one) === keyOf(other)).toBe(one.join('\n') === other.join('\n'));
			}),
		);
	});

	it('is unique for each cash sale, and the same if reading was interrupted', () => {
		const entry = fc.record({
			pspReference: fc.constant(null),
			entryType: fc.constantFrom('capture', 'refund'),
			reference: fc.constantFrom('a', 'b', 'c'),
			time: fc.constantFrom('2026-01-19T12:45:00Z', '2026-01-19T12:45:01Z'),
		});
		fc.assert(
			fc.property(fc.array(entry), fc.array(fc.nat(5)), (entries, pageSizes) => {
				const whole = keysOf(...entries);
				expect(new Set(whole).size).toBe(whole.length);
				let kept = dedupeKeys('302321').recent();
				const parts: string[] = [];
				for (const size of [...pageSizes, entries.length]) {
					const keys = dedupeKeys('302321', kept);
					for (const each of entries.slice(parts.length, parts.length + size))
						parts.push(keys.next(each));
					kept = JSON.parse(JSON.stringify(keys.recent() ?? [])) as typeof kept;
				}
				expect(parts).toEqual(whole);
			}),
		);
	});

	it('is counted for the last 20 different cash sales only', () => {
		const keys = dedupeKeys('302321');
		for (let number = 0; number < 100; number++) keys.next({ ...cash, reference: `${number}` });
		expect(keys.recent()).toHaveLength(20);
	});
});

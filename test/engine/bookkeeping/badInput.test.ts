import type { INodeParameters } from 'n8n-workflow';

import { vouchersOf } from '../../rigs/engine/bookkeeping';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig('vippsBookkeeping');
const json = (salesAccountsJson: unknown) =>
	({ accountsFrom: 'json', salesAccountsJson }) as INodeParameters;
const rows = (...some: object[]) =>
	({ salesAccountsNO: { rows: some } }) as unknown as INodeParameters;
const good = { vatRate: 25, salesAccount: '3000', vatCode: '3' };

describe('bad accounts are refused before any call, by name', () => {
	const cases: Array<{ name: string; given: INodeParameters; message: string; entered?: string }> =
		[
			{
				name: 'no clearing account',
				given: { clearingAccount: '={{ "" }}' },
				message: "'Clearing Account' must be filled in",
			},
			{
				name: 'a clearing account of spaces',
				given: { clearingAccount: '  ' },
				message: "'Clearing Account' must be filled in",
			},
			{
				name: 'no interim account',
				given: { interimAccount: '={{ null }}' },
				message: "'Interim Account' must be filled in",
			},
			{
				name: 'an account that fits no chart',
				given: { clearingAccount: '15 79' },
				message:
					"'Clearing Account' must be an account of up to 20 letters, digits, colons, dots and hyphens",
				entered: 'You entered "15 79".',
			},
			{
				name: 'an account that is a list',
				given: { cashAccount: ['1900'] as never },
				message: "'Cash Account' must be a text",
			},
			{
				name: 'one account for what Vipps owes and for what is not clear',
				given: { clearingAccount: 1999, interimAccount: ' 1999 ' },
				message: "'Interim Account' must be another account than 'Clearing Account'",
			},
			{
				name: 'a row twice',
				given: rows(good, { ...good, salesAccount: '3001' }),
				message:
					"'Sales Accounts, row 2' must be for another VAT rate, category or solution than row 1",
			},
			{
				name: 'a row twice but for capitals',
				given: rows({ ...good, category: 'GOODS' }, { ...good, category: 'goods' }),
				message:
					"'Sales Accounts, row 2' must be for another VAT rate, category or solution than row 1",
			},
			{
				name: 'a row without account',
				given: rows(good, { vatRate: 15, salesAccount: '' }),
				message: "'Sales Accounts, row 2: Sales Account' must be filled in",
			},
			{
				name: 'a rate that is no percentage',
				given: json([{ ...good, vatRate: 'high' }]),
				message: "'Sales Accounts (JSON), row 1: VAT Rate' must be a percentage from 0 to 100",
				entered: 'You entered "high".',
			},
			{
				name: 'a rate in basis points',
				given: json([{ ...good, vatRate: 2500 }]),
				message: "'Sales Accounts (JSON), row 1: VAT Rate' must be a percentage from 0 to 100",
			},
			{
				name: 'a row that is no object',
				given: json(['3000']),
				message: "'Sales Accounts (JSON), row 1: VAT Rate' must be a percentage from 0 to 100",
			},
			{
				name: 'accounts that are no JSON',
				given: json('25 → 3000'),
				message: `'Sales Accounts (JSON)' must be a list of rows such as [{ "vatRate": 25, "salesAccount": "3000" }]`,
			},
			{
				name: 'separate VAT lines without a VAT account',
				given: { vatPosting: 'lines', ...rows(good) },
				message:
					"'Sales Accounts, row 1: VAT Account' must be filled in if 'VAT Posting' is 'Separate VAT Lines'",
			},
			{
				name: 'a rate for missing VAT without an account',
				given: { options: { missingVat: 'rate', missingVatRate: 11 } },
				message: "'Missing VAT Rate' must be a VAT rate that has an account, and 11 % has none",
			},
			{
				name: 'a country that is none',
				given: { country: 'SE' },
				message: "'Country' must be NO, DK, FI or other",
			},
			{
				name: 'a choice that is none',
				given: { options: { refundsOnOwnLines: 'perhaps' } },
				message: "'Refunds on Own Lines' must be true or false",
			},
			{
				name: 'no sales account without VAT registration',
				given: { vatPosting: 'none', salesAccount: '={{ "" }}' },
				message: "'Sales Account' must be filled in",
			},
		];
	it.each(cases)('$name', async ({ given, message, entered }) => {
		const { error } = await held.run({ ...vouchersOf('302321'), ...given });
		expect(error?.message).toBe(message);
		if (entered) expect(error?.description).toContain(entered);
		expect(held.calls()).toEqual([]);
	});
});

describe('accounts from an expression', () => {
	it.each([
		{ name: 'a list', given: [good, { vatRate: '15 %', salesAccount: 3030, vatCode: 31 }] },
		{
			name: 'JSON text',
			given: JSON.stringify([good, { vatRate: '15,0', salesAccount: '3030', vatCode: '31' }]),
		},
		{
			name: 'rows of the editor',
			given: { rows: [good, { vatRate: 15, salesAccount: '3030', vatCode: '31' }] },
		},
	])('may be $name', async ({ given }) => {
		const { error, outputs } = await held.run({ ...vouchersOf('302321'), ...json(given) });
		expect(error).toBeUndefined();
		const [voucher] = outputs.flat().map((item) => item.json);
		const lines = voucher?.lines as Array<{ account: string; vatCode: string | null }>;
		expect(lines.map(({ account, vatCode }) => `${account} ${vatCode}`)).toEqual(
			expect.arrayContaining(['3000 3', '3030 31']),
		);
	});
});

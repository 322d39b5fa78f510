import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { vouchersOf } from '../../rigs/engine/bookkeeping';
import { typeOf } from '../../rigs/engine/nodeTypes';
import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig('vippsBookkeeping');
const JUNE = { period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-14' };
const KIOSK = { ...vouchersOf('602745'), country: 'FI' };
/** A day without a question. */
const READY = { ...KIOSK, period: 'date', date: '2026-05-21', cashAccount: '1910' };

interface Line {
	role: string;
	amount: number;
	vatRate: number | null;
}
const linesIn = (items: IDataObject[]) => items.flatMap(({ lines }) => lines as Line[]);
const minor = (amount: number) => Math.round(amount * 100);
const sumOf = (lines: Line[]) => lines.reduce((sum, { amount }) => sum + minor(amount), 0);
const all = (run: { outputs: Array<Array<{ json: IDataObject }>> }) =>
	run.outputs.flatMap((items) => items.map(({ json }) => json));
const messages = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message);

/** The captures less the refunds of a ledger, in minor units, whatever signs were sent. */
function soldOn(ledgerId: string, dates: string[]): number {
	return dates
		.flatMap((date) => held.sandbox.salesOfDate(ledgerId, date))
		.filter(({ entryType }) => ['capture', 'refund'].includes(entryType))
		.reduce((sum, { entryType, amounts }) => {
			const gross = amounts?.gross ?? 0;
			return sum + (entryType === 'refund' ? -Math.abs(gross) : gross);
		}, 0);
}

const datesOfJune = Array.from(
	{ length: 14 },
	(_, day) => `2026-06-${String(day + 1).padStart(2, '0')}`,
);

describe('sales vouchers', () => {
	it.each([
		{ ledgerId: '302321', country: 'NO' },
		{ ledgerId: '302334', country: 'NO' },
		{ ledgerId: '451207', country: 'DK' },
		{ ledgerId: '602118', country: 'FI' },
	])('of ledger $ledgerId balance, and are its sales to the øre', async ({ ledgerId, country }) => {
		for (const vatPosting of ['code', 'lines', 'none']) {
			const posting = country === 'NO' ? { vatPosting } : {};
			const account = { cashAccount: '1900', salesAccount: '3000' };
			const run = await held.run({
				...vouchersOf(ledgerId),
				country,
				...JUNE,
				...account,
				...posting,
			});
			expect(run.error).toBeUndefined();
			const vouchers = all(run);
			for (const { debit, credit, lines } of vouchers) {
				expect(debit).toBe(credit);
				expect(sumOf(lines as Line[])).toBe(0);
			}
			const money = linesIn(vouchers).filter(({ role }) => ['clearing', 'cash'].includes(role));
			expect(sumOf(money)).toBe(soldOn(ledgerId, datesOfJune));
			expect(vouchers.length).toBeGreaterThan(5);
		}
	});

	it('come at Vouchers if nobody has to look at them, else at Needs Review with reasons', async () => {
		const may = { period: 'dateRange', fromDate: '2026-05-20', toDate: '2026-05-22' };
		const { outputs } = await held.run({ ...KIOSK, ...may, cashAccount: '1910' });
		const [ready, review] = outputs.map((items) => items.map(({ json }) => json));
		expect(ready).toMatchObject([
			{ date: '2026-05-21', status: 'ready', reasons: [], findings: [] },
		]);
		expect(review?.map(({ date }) => date)).toEqual(['2026-05-20', '2026-05-22']);
		for (const { status, reasons } of review ?? []) {
			expect({ status, reasons }).toEqual({
				status: 'needsReview',
				reasons: expect.arrayContaining([expect.stringMatching(/^\d+ sales?\b.* no VAT rate$/)]),
			});
		}
	});

	it('are read by the fewest calls: the ledgers, each page, and each order of refunds without VAT', async () => {
		const { error } = await held.run({ ...READY, date: '2026-05-22' });
		expect(error).toBeUndefined();
		const refunds = held.sandbox
			.salesOfDate('602745', '2026-05-22')
			.filter(({ entryType }) => entryType === 'refund')
			.filter(({ completeness }) => !completeness?.hasVatBreakdown);
		const orders = new Set(
			refunds.map(({ reference }) => `/references/${encodeURIComponent(String(reference))}`),
		);
		const calls = held.calls().map((call) => call.replace(/^.*\/602745(?=\/)|[?].*/g, ''));
		const ledgers = calls.filter((call) => call === '/settlement/v1/ledgers');
		expect(ledgers.length).toBeLessThan(4);
		expect(calls.slice(ledgers.length)).toEqual(['/dates/2026-05-22', ...orders]);
	});

	it('are one item per line by default', async () => {
		const { outputs } = await held.run({ ...READY, output: 'lines' });
		const lines = outputs[0]?.map(({ json }) => json) ?? [];
		expect(lines.map(({ line, account, amount }) => [line, account, amount])).toEqual([
			[1, '1579', 317.07],
			[2, '1579', -18.74],
			[3, '1910', 82.3],
			[4, '3000', -120],
			[5, '3020', -217.07],
			[6, '3020', 4.5],
			[7, '3040', -62.3],
			[8, '3040', 14.24],
		]);
		expect(outputs[1]).toEqual([]);
	});

	it('are the same, byte for byte, after faults', async () => {
		const parameters = { ...KIOSK, ...JUNE };
		const before = all(await held.run(parameters));
		held.sandbox.faults.add({ kind: 'status', status: 503, path: '/dates/', times: 5 });
		held.sandbox.faults.add({ kind: 'cutJson', path: '/references/', times: 1 });
		const after = all(await held.run(parameters));
		expect(after).toHaveLength(14);
		expect(after.map((each) => JSON.stringify(each))).toEqual(
			before.map((each) => JSON.stringify(each)),
		);
	});

	it('have the texts, references and refunds that the options ask for', async () => {
		const options = {
			...{ voucherText: 'Kassa {date}: {unit}', includeReferences: 'true' },
			refundsOnOwnLines: 'false',
		} as INodeParameters;
		const [voucher] = all(await held.run({ ...READY, options }));
		const sales = held.sandbox.salesOfDate('602745', '2026-05-21');
		expect(voucher?.text).toBe('Kassa 2026-05-21: Saariston jäätelökioski');
		expect(voucher?.references).toEqual(sales.map(({ reference }) => reference).sort());
		const clearing = linesIn([voucher ?? {}]).filter(({ role }) => role === 'clearing');
		expect(sumOf(clearing)).toBe(31707 - 1874);
		expect(clearing).toHaveLength(1);
	});

	it('are one for each calendar month, if they are per period', async () => {
		const period = { period: 'dateRange', fromDate: '2026-04-29', toDate: '2026-06-02' };
		const run = await held.run({
			...vouchersOf('302321'),
			...period,
			options: { voucherPer: 'period' },
		});
		expect(all(run).map(({ voucherKey, date }) => [voucherKey, date])).toEqual([
			['vipps:302321:2026-04-29_2026-04-30:sales', '2026-04-30'],
			['vipps:302321:2026-05-01_2026-05-31:sales', '2026-05-31'],
			['vipps:302321:2026-06-01_2026-06-02:sales', '2026-06-02'],
		]);
		expect(messages(run).join()).toContain('Never post vouchers per day and per period');
	});

	it('are not made of a day that is not over, and never of a period that is not', async () => {
		const days = {
			...vouchersOf('302321'),
			period: 'dateRange',
			fromDate: '2026-06-14',
			toDate: '2026-06-15',
		};
		const run = await held.run(days);
		expect(all(run).map(({ date }) => date)).toEqual(['2026-06-14']);
		expect(messages(run)).toContain('This day is not over yet and has no voucher: 2026-06-15.');
		held.calls();
		const { error } = await held.run({ ...days, options: { voucherPer: 'period' } });
		expect(error?.message).toBe('The period is not over for ledger 302321');
		expect(held.calls().filter((call) => call.includes('/dates/'))).toEqual([]);
	});

	it('are refused for sales without VAT, if that is wanted', async () => {
		const { error } = await held.run({ ...vouchersOf('302321'), options: { missingVat: 'error' } });
		expect(error?.message).toBe('Could not prepare the voucher of ledger 302321 on 2026-06-14');
		expect(error?.description).toContain('2 sales, 1254.00 in total, have no VAT rate');
	});

	it('say that there were no sales, and that none are known of before the first', async () => {
		const sunday = await held.run({ ...vouchersOf('302334'), period: 'date', date: '2026-06-14' });
		expect(all(sunday)).toEqual([]);
		expect(messages(sunday)).toEqual([
			'There were no sales on ledger 302334 on 2026-06-14, so there is no voucher.',
		]);
		const old = await held.run({ ...vouchersOf('302334'), period: 'date', date: '2026-03-01' });
		expect(messages(old).join()).toContain('does not mean that nothing was sold');
	});

	it('come at one output for an AI model, with what a person would be told', async () => {
		const type = `${typeOf('vippsBookkeeping')}Tool`;
		const { outputs } = await held.run(
			{ ...vouchersOf('302321'), ledgerId: ledger('302321') },
			[{}],
			{ type },
		);
		expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['needsReview']);
		expect(outputs.slice(1).flat()).toEqual([]);
	});
});

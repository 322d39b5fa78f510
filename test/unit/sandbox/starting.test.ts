import { LEDGER_ID_WITH_SEVERAL_SALES_UNITS, startSandbox } from '../../../sandbox';
import { useSandboxes } from './start';

const start = useSandboxes();

describe('starting the sandbox', () => {
	it('is fast, even with several hundred ledgers', async () => {
		const before = performance.now();
		await start({ ledgerCount: 500 });
		expect(performance.now() - before).toBeLessThan(5000);
	});

	it('keeps the first ledgers the same however many there are, and no id twice', async () => {
		const [few, many] = [await start(), await start({ ledgerCount: 400 })];
		expect(many.ledgers().slice(0, 7)).toEqual(few.ledgers());
		expect(new Set(many.ledgers().map(({ ledgerId }) => ledgerId)).size).toBe(400);
		expect(many.sales(LEDGER_ID_WITH_SEVERAL_SALES_UNITS)).toEqual(
			few.sales(LEDGER_ID_WITH_SEVERAL_SALES_UNITS),
		);
	});

	it.each([
		{ options: { ledgerCount: -1 }, complaint: /ledgerCount/ },
		{ options: { ledgerPageSize: 0 }, complaint: /ledgerPageSize/ },
		{ options: { seed: 1.5 }, complaint: /seed/ },
		{ options: { now: 'tomorrow' }, complaint: /instant/ },
	])('refuses options that make no sense: $options', async ({ options, complaint }) => {
		await expect(startSandbox(options)).rejects.toThrow(complaint);
	});

	it('says which port is taken', async () => {
		const { url } = await start();
		const port = Number(new URL(url).port);
		await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});

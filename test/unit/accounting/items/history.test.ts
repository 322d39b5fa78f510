import { shapes } from '../../../../accounting/items/shapes';
import { BROKEN_SUM_PREFIX, startSandbox, type Sandbox } from '../../../../sandbox/index';
import type { SalesEntry } from '../../../../vipps/api/salesEntry';

const readings = (['negative', 'positive'] as const).flatMap((refundSign) =>
	(['mixed', 'always'] as const).map((refundLines) => ({ refundSign, refundLines })),
);

describe("three months of all ledgers' sales", () => {
	let sandbox: Sandbox;
	beforeAll(async () => void (sandbox = await startSandbox({ now: '2026-06-15T18:00:00Z' })));
	afterAll(async () => await sandbox.close());

	it.each(readings)(
		'have a finding only if a sum is wrong on purpose: $refundSign, $refundLines',
		(reading) => {
			Object.assign(sandbox.switches, reading);
			let found = 0;
			for (const { ledgerId } of sandbox.ledgers()) {
				for (const sale of sandbox.sales(ledgerId)) {
					const items = [shapes.rows, shapes.lines].flatMap((shape) =>
						shape(sale as unknown as SalesEntry, { ledgerId, ledgerDate: null }),
					);
					const findings = new Set(items.map(({ finding, shapeError }) => finding ?? shapeError));
					// In cash one øre passes for rounding.
					const isBroken =
						sale.reference.startsWith(BROKEN_SUM_PREFIX) && sale.paymentType !== 'CASH';
					if (isBroken) found++;
					const expected = isBroken
						? expect.stringMatching(
								/^Order lines add up to [\d.]+, the sale is [\d.]+(?:; Gross|$)/,
							)
						: undefined;
					expect([sale, ...findings]).toEqual([sale, expected]);
				}
			}
			expect(found).toBeGreaterThan(5);
		},
	);
});

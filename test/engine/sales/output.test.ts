import { BUSY_DATE } from '../../../sandbox/index';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const { ledgerId, ledgerDate } = BUSY_DATE;
const ofDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger(ledgerId),
	period: 'date',
	date: ledgerDate,
	returnAll: true,
};

describe('Output', () => {
	let rig: Rig;
	beforeAll(async () => void (rig = await setUp()));
	afterAll(async () => await rig.close());

	const minor = (major: unknown) => Math.round(Number(major) * 100);
	const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

	it('is Simplified as the node opens, with the twelve fields of a bookkeeper first', async () => {
		const { resource, operation, period, date } = ofDate;
		const opened = { resource, operation, period, date, ledgerId: ofDate.ledgerId };
		const { items } = await rig.run({ ...opened, limit: 1 });
		expect(Object.keys(items[0] ?? {}).slice(0, 12)).toEqual([
			...['date', 'entryType', 'gross', 'net', 'vat', 'currency', 'reference', 'paymentType'],
			...['salesCategory', 'finding', 'ledgerId', 'time'],
		]);
	});

	it('Simplified: one flat item per entry, whose money sums to the øre', async () => {
		const sales = rig.sandbox.salesOfDate(ledgerId, ledgerDate);
		const { items } = await rig.run({ ...ofDate, output: 'rows' });
		expect(items.map(({ reference, pspReference }) => [reference, pspReference])).toEqual(
			sales.map(({ reference, pspReference }) => [reference, pspReference]),
		);
		expect(
			items.every((item) => item.ledgerDate === ledgerDate && item.ledgerId === ledgerId),
		).toBe(true);
		expect(
			items.flatMap(Object.values).filter((value) => typeof value === 'object' && value),
		).toEqual([]);
		const signed = sales.map(({ entryType, amounts }) =>
			entryType === 'refund' ? -Math.abs(amounts.gross) : amounts.gross,
		);
		expect(sum(items.map(({ gross }) => minor(gross)))).toBe(sum(signed));
	});

	it('Order Lines: one flat item per order line, none lost, refunds negative', async () => {
		const sales = rig.sandbox.salesOfDate(ledgerId, ledgerDate);
		const { items } = await rig.run({ ...ofDate, output: 'lines' });
		expect(items).toHaveLength(sum(sales.map(({ lines }) => Math.max(lines?.length ?? 0, 1))));
		const signed = sales.flatMap(({ entryType, lines }) =>
			(lines ?? []).map(({ lineTotalGross }) =>
				entryType === 'refund' ? -Math.abs(lineTotalGross) : lineTotalGross,
			),
		);
		expect(sum(items.map(({ lineTotalGross }) => minor(lineTotalGross)))).toBe(sum(signed));
	});
});

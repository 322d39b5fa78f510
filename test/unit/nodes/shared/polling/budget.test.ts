import { sleep } from 'n8n-workflow';

import { PollBudget } from '../../../../../nodes/shared/polling/budget';

const A_MINUTE = 60_000;

/** Whether a promise is still pending after a short time. */
const isPending = async (promise: Promise<unknown>): Promise<boolean> => {
	const pending = Symbol('pending');
	return (await Promise.race([promise, sleep(10).then(() => pending)])) === pending;
};

const budgetOf = (items: number, { ledgers = 1, concurrency = 3, lastPageMs = A_MINUTE } = {}) => {
	const budget = new PollBudget(items, lastPageMs, concurrency);
	budget.share(ledgers);
	return budget;
};

describe('the budget of a poll', () => {
	it('allows no more items than the poll may give, however many ledgers are read', async () => {
		const budget = budgetOf(2500, { ledgers: 5 });
		let given = 0;
		const read = async () => {
			for (let allowance = await budget.take(); allowance > 0; allowance = await budget.take()) {
				expect(given + allowance).toBeLessThanOrEqual(2500);
				await sleep(1);
				given += allowance;
				budget.settle(allowance, allowance);
			}
		};
		await Promise.all([read(), read(), read()]);
		expect(given).toBe(2500);
	});

	it('allows a page at most 1000 items', async () => {
		expect(await budgetOf(5000).take()).toBe(1000);
	});

	it.each([
		{ name: 'as many ledgers as are read in parallel', ledgers: 3, shares: [30, 30, 30] },
		{ name: 'more ledgers', ledgers: 50, shares: [30, 30, 30] },
		{ name: 'fewer ledgers', ledgers: 2, shares: [45, 45] },
	])('gives each ledger that is read an equal share: $name', async ({ ledgers, shares }) => {
		const budget = budgetOf(90, { ledgers });
		for (const share of shares) expect(await budget.take()).toBe(share);
		expect(await isPending(budget.take())).toBe(true);
	});

	it('shares what is left between the other ledgers if one is read to its end', async () => {
		const budget = budgetOf(90, { ledgers: 3 });
		budget.settle(await budget.take(), 10);
		budget.finishLedger();
		expect(await budget.take()).toBe(40);
		expect(await budget.take()).toBe(40);
	});

	it('lets a ledger wait for pending pages, and gives it what they left', async () => {
		const budget = budgetOf(10);
		const allowance = await budget.take();
		expect(allowance).toBe(10);
		const next = budget.take();
		expect(await isPending(next)).toBe(true);
		budget.settle(allowance, 4);
		expect(await next).toBe(6);
	});

	it('allows nothing after pending pages that left nothing', async () => {
		const budget = budgetOf(10);
		const allowance = await budget.take();
		const next = budget.take();
		budget.settle(allowance, 10);
		expect(await next).toBe(0);
	});

	it('allows nothing more if a page gave more items than it was allowed', async () => {
		const budget = budgetOf(10);
		budget.settle(await budget.take(), 15);
		expect(await budget.take()).toBe(0);
	});

	it('allows one page however late it is, and none after it', async () => {
		const budget = budgetOf(10, { lastPageMs: -1 });
		const allowance = await budget.take();
		expect(allowance).toBe(10);
		budget.settle(allowance, 1);
		expect(await budget.take()).toBe(0);
	});

	it('allows nothing after the end', async () => {
		const budget = budgetOf(10);
		expect(budget.hasEnded).toBe(false);
		budget.end();
		expect(budget.hasEnded).toBe(true);
		expect(await budget.take()).toBe(0);
	});
});

import { sleep } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/index';
import type { LargeAccount } from '../rigs/trigger/largeAccount';
import {
	runLargeAccount,
	prepareLargeAccount,
	type LargeAccountResult,
} from '../rigs/trigger/largeAccountRun';
import { fillHistory, runExample } from '../rigs/trigger/dedupe';
import { runChosen, type Chosen } from '../rigs/trigger/choosing';
import { runFailing, prepareFailing, type FailingResult } from '../rigs/trigger/failing';
import {
	whenDelivered,
	onEach,
	setUpTriggers,
	outcomeOf,
	allOnce,
	type TriggerSetup,
} from '../rigs/trigger/setups';
import { exact, soldSince } from '../rigs/trigger/delivery';
import { pollsOf, settled } from '../rigs/trigger/waits';
import { renamed, TRIGGER_NAME } from '../rigs/trigger/workflows';

jest.setTimeout(45 * 60_000);

/** What runs beside the other tests: it takes minutes. */
interface Concurrent {
	account: LargeAccount;
	result: Promise<LargeAccountResult | { failure: unknown }>;
	failing: Sandbox;
	failingResult: Promise<FailingResult | { failure: unknown }>;
	chosen: Promise<Chosen[] | { failure: unknown }>;
}

describe('the trigger in a real n8n', () => {
	let setups: Array<TriggerSetup & Concurrent> = [];

	beforeAll(async () => {
		setups = await setUpTriggers(async (rig) => {
			const account = await prepareLargeAccount(rig);
			const failing = await prepareFailing(rig);
			const asFailure = (failure: unknown) => ({ failure });
			const begin = () => ({
				account,
				result: runLargeAccount(rig, account).catch(asFailure),
				failing,
				failingResult: runFailing(rig).catch(asFailure),
				chosen: Promise.all([
					runChosen(rig, failing, 'capture'),
					runChosen(rig, failing, 'refund'),
				]).catch(asFailure),
			});
			return { begin };
		});
	});
	afterAll(async () => {
		await onEach(setups, async ({ rig, account, failing }) => {
			await rig.close();
			await account.close();
			await failing.close();
		});
	});

	it('brings each new sale once, poll by poll, also under another name of the workflow', async () => {
		await onEach(setups, async (setup) => {
			const { rig, flow } = setup;
			expect(flow.accounting.booked).toEqual([]);
			rig.nextDay();
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
			await rig.change(flow, { name: 'Another name' });
			rig.nextDay();
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	it('brings what was sold while the workflow was switched off, when it is on again', async () => {
		await onEach(setups, async (setup) => {
			await setup.rig.deactivate(setup.flow);
			setup.rig.nextDay();
			await sleep(2000);
			await setup.rig.activate(setup.flow);
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	it('starts over if the node is renamed, where n8n stores the checkpoint by name, and resumes', async () => {
		await onEach(setups, async (setup) => {
			const { rig, flow } = setup;
			const rename = async (from: string, to: string) => {
				const polls = pollsOf(rig.sandbox);
				const { nodes, connections } = renamed(flow.workflow, from, to);
				await rig.change(flow, { nodes, connections });
				await rig.activate(flow);
				await settled(rig.sandbox, polls);
				await rig.deactivate(flow);
			};
			await rig.deactivate(flow);
			const before = soldSince(rig.sandbox, setup.before).length;
			rig.nextDay();
			const sold = soldSince(rig.sandbox, setup.before).length - before;
			await rename(TRIGGER_NAME, 'Sales');
			const isKept = rig.mode === 'with durable cursors';
			expect(outcomeOf(setup)).toEqual({ ...allOnce(setup), lost: isKept ? 0 : sold });
			await rename('Sales', TRIGGER_NAME);
			expect(await whenDelivered(setup)).toEqual(allOnce(setup));
		});
	});

	describe('the example with Remove Duplicates', () => {
		it('drops what a replaced trigger brings again, until Remove Duplicates is cleared', async () => {
			await onEach(setups, async ({ rig }) => await runExample(rig));
		});

		it('stops with an error if the history of Remove Duplicates is full; a retry succeeds', async () => {
			await onEach(setups, async ({ rig }) => await fillHistory(rig));
		});
	});

	it('says by an execution which ledger it cannot read in three polls, and reads the other', async () => {
		await onEach(setups, async ({ failingResult }) => {
			const told = await failingResult;
			if ('failure' in told) throw told.failure;
			expect(told).toEqual({
				booked: ['302321'],
				messages: ["Can't read ledger not-mine"],
				told: ["Can't read ledger not-mine"],
			});
		});
	});

	it('brings only sales, or only refunds, of the ledger that is selected', async () => {
		await onEach(setups, async ({ chosen }) => {
			const told = await chosen;
			if ('failure' in told) throw told.failure;
			for (const { booked, expected } of told) {
				expect(expected.length).toBeGreaterThan(0);
				expect(booked).toEqual(expected);
			}
		});
	});

	it('loses no sale of 200 ledgers: one refused, one slow, one with 20 000 new sales', async () => {
		await onEach(setups, async ({ result }) => {
			const told = await result;
			if ('failure' in told) throw told.failure;
			expect(told).toMatchObject({ ...exact, warnings: 1 });
			expect(told.sold).toBeGreaterThan(20_500);
			expect(told.refusals).toBeGreaterThanOrEqual(2);
			expect(told.pollsForOthers).toBeLessThanOrEqual(3);
			expect(told.polls).toBeLessThanOrEqual(Math.ceil(told.sold / 5000) + 3);
		});
	});
});

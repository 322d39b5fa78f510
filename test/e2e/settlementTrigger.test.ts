import { postNode } from '../rigs/n8n/accountingSystem';
import { SETTLEMENT_TRIGGER_TYPE } from '../rigs/n8n/setup/package.cts';
import { until } from '../rigs/n8n/until';
import { TriggerRig, type Flow } from '../rigs/trigger/rig';
import { chainOf, triggerNode } from '../rigs/trigger/workflows';

jest.setTimeout(45 * 60_000);

/** Pays out every day. */
const LEDGER = '451207';

describe('the trigger of payouts in a real n8n', () => {
	let rig: TriggerRig;
	let flow: Flow;

	beforeAll(async () => {
		rig = await TriggerRig.setUp('by default');
		await rig.start();
		const parameters = {
			...{ triggerOn: 'payoutScheduled', output: 'rows', startFrom: 'beginning' },
			...{ ledgers: 'selected', ledgerIds: [LEDGER] },
		};
		const node = { ...triggerNode(parameters), type: SETTLEMENT_TRIGGER_TYPE };
		flow = await rig.create((url) => chainOf('Payouts', [node, postNode(url)]));
	});
	afterAll(async () => await rig.close());

	const scheduled = () =>
		rig.sandbox
			.movements(LEDGER, 'funds')
			.filter(({ entryType }) => entryType === 'payout-scheduled')
			.map(({ pspReference, amount }) => [String(pspReference).split('-').at(-1), -amount / 100]);

	const booked = () =>
		flow.accounting.booked.map((item) => {
			const { payoutNumber, payout } = item as Record<string, unknown>;
			return [payoutNumber, payout];
		});

	/** Waits for as many payouts as there are. */
	const all = async () =>
		await until(() => booked().length >= scheduled().length, 'every payout', 240_000);

	it('brings each payout once, poll by poll, also when n8n is stopped in between', async () => {
		await rig.activate(flow);
		await all();
		expect(booked()).toEqual(scheduled());

		rig.nextDay();
		await all();
		await rig.stop();
		rig.nextDay();
		await rig.start();
		await all();
		expect(booked()).toEqual(scheduled());
		expect(booked().length).toBeGreaterThan(10);
	});
});

import { MODES, TriggerRig } from '../rigs/trigger/rig';
import { startSettlementFlows, type SettlementFlows } from '../rigs/trigger/settlementFlows';
import { kill, onEach } from '../rigs/trigger/setups';

jest.setTimeout(45 * 60_000);

/** Two days before a payout comes back. */
const BEGIN = '2026-06-02T18:00:00Z';

describe('the trigger of payouts, transactions and final dates in a real n8n', () => {
	let rigs: TriggerRig[] = [];
	let setups: Array<{ rig: TriggerRig; flows: SettlementFlows }> = [];

	beforeAll(async () => {
		rigs = await Promise.all(MODES.map(async (mode) => await TriggerRig.setUp(mode, BEGIN)));
		setups = await Promise.all(
			rigs.map(async (rig) => {
				await rig.start();
				return { rig, flows: await startSettlementFlows(rig) };
			}),
		);
	});
	afterAll(async () => await onEach(rigs, async (rig) => await rig.close()));

	/** Everything that happened until now has come once, in order. */
	const expectAllOnce = async () =>
		await onEach(setups, async ({ rig: { mode }, flows }) => {
			const { booked, happened } = await flows.whenDelivered();
			expect({ mode, booked }).toEqual({ mode, booked: happened });
		});

	it('brings each event once, from the first one on', async () => await expectAllOnce());

	it('brings each event once when n8n is stopped between two polls', async () => {
		await onEach(setups, async ({ rig }) => {
			await rig.stop();
			rig.nextDay();
			await rig.start();
		});
		await expectAllOnce();
	});

	it('brings each event once when n8n is killed between two polls, and in the polls after that', async () => {
		await kill(rigs);
		await onEach(setups, async ({ rig }) => {
			rig.nextDay();
			await rig.start();
			rig.nextDay();
		});
		await expectAllOnce();
	});

	it('has had events of every kind to bring', async () => {
		for (const { flows } of setups) {
			const { happened } = await flows.whenDelivered();
			expect(happened.payoutReturned).toHaveLength(1);
			for (const kind of ['payoutScheduled', 'transaction', 'dateFinal']) {
				expect((happened[kind] as unknown[]).length).toBeGreaterThan(80);
			}
		}
	});
});

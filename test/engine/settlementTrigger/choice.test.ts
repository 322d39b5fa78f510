import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { setClock } from '../../rigs/engine/clock';
import { settlementRigOn, type PollRig } from '../../rigs/engine/trigger/pollRig';
import { truthOfTrigger, type TriggerOn } from '../../rigs/engine/trigger/settlementTruth';

const LEDGER_ID = '451207';
const DAYS = [1, 2, 3, 4].map((day) => `2026-04-0${day}T12:00:00Z`) as [
	string,
	string,
	string,
	string,
];

describe('another choice of what starts the workflow', () => {
	let sandbox: Sandbox;
	let rig: PollRig;
	beforeAll(async () => void (sandbox = await startSandbox()));
	beforeEach(() => {
		rig = settlementRigOn(sandbox);
	});
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => await sandbox.close());

	/** Chooses, then polls. */
	async function poll(triggerOn: TriggerOn, instant: string, startFrom = 'now') {
		sandbox.clock.set(instant);
		setClock(instant);
		const isOfEntries = triggerOn === 'transaction' || triggerOn === 'fee';
		const output = isOfEntries ? 'entries' : 'raw';
		rig.set({ triggerOn, startFrom, ledgers: 'selected', ledgerIds: [LEDGER_ID], output });
		sandbox.requests.length = 0;
		return await rig.poll();
	}
	/** What happened after one instant and until another. */
	const truth = (triggerOn: TriggerOn, until: string, since?: string): IDataObject[] => {
		const happened = truthOfTrigger(sandbox, triggerOn, LEDGER_ID, { since, until });
		expect(happened.length).toBeGreaterThan(0);
		return happened.map((each) => expect.objectContaining(each) as IDataObject);
	};
	const cursorsSent = () => sandbox.requests.filter(({ query }) => 'cursor' in query).length;

	it.each<{ before: TriggerOn; after: TriggerOn }>([
		{ before: 'transaction', after: 'fee' },
		{ before: 'fee', after: 'transaction' },
		{ before: 'fee', after: 'payoutScheduled' },
		{ before: 'dateFinal', after: 'fee' },
		{ before: 'payoutScheduled', after: 'dateFinal' },
	])('starts with it: now, $before and then $after', async ({ before, after }) => {
		const [first, second, third, fourth] = DAYS;
		expect(await poll(before, first)).toEqual([]);
		expect(await poll(before, second)).toEqual(truth(before, second, first));
		expect(await poll(after, third)).toEqual([]);
		expect(cursorsSent()).toBe(0);
		expect(await poll(after, fourth)).toEqual(truth(after, fourth, third));
		// Nor does the first choice continue where it was.
		expect(await poll(before, fourth)).toEqual([]);
		expect(cursorsSent()).toBe(0);
	});

	it.each<{ before: TriggerOn; after: TriggerOn }>([
		{ before: 'fee', after: 'transaction' },
		{ before: 'dateFinal', after: 'payoutScheduled' },
		{ before: 'transaction', after: 'dateFinal' },
	])('starts at the beginning, if that is set: $before and then $after', async (choice) => {
		const [first, second] = DAYS;
		const { before, after } = choice;
		expect(await poll(before, first, 'beginning')).toEqual(truth(before, first));
		expect(await poll(after, second, 'beginning')).toEqual(truth(after, second));
	});

	it('goes on along the same list, so that nothing is missed or comes twice', async () => {
		const [first, second, third] = DAYS;
		expect(await poll('payoutScheduled', first, 'beginning')).toEqual(
			truth('payoutScheduled', first),
		);
		expect(await poll('transaction', second, 'beginning')).toEqual(
			truth('transaction', second, first),
		);
		expect(await poll('payoutScheduled', third, 'beginning')).toEqual(
			truth('payoutScheduled', third, second),
		);
	});
});

import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../../sandbox/index';
import { setClock } from '../../rigs/engine/clock';
import { settlementRigOn } from '../../rigs/engine/trigger/pollRig';
import { SettlementRun, type Settings } from '../../rigs/engine/trigger/settlementRun';
import { triggers, truthOfTrigger } from '../../rigs/engine/trigger/settlementTruth';

const SETTINGS: Settings = {
	...{ host: 'newer', startFrom: 'now', ledgers: 'selected', most: 'all', missing: [] },
	switches: {
		...{ dateCloses: 'payout', openDate: 'tryLater', reportNoAccess: 'notFound' },
		...{ emptyReportPages: 'never', reportPages: 'large' },
	},
};
/** One that is refused, one that Vipps can't serve, and one that is broken off behind its first call. */
const FAULTS: Fault[] = [
	{ kind: 'status', status: 404 },
	{ kind: 'status', status: 503 },
	{ kind: 'cutJson', from: 2 },
];

describe('the settlement trigger', () => {
	let sandbox: Sandbox;
	beforeAll(async () => void (sandbox = await startSandbox()));
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => await sandbox.close());

	it.each(triggers)('lets no ledger wait for one that fails: %s', async (triggerOn) => {
		const run = new SettlementRun(sandbox, triggerOn, SETTINGS);
		await run.activate();
		for (const [day, fault] of FAULTS.entries()) {
			run.wait(24);
			await run.pollFailing(fault, 2 * day);
		}
		await run.settle();
	});

	it('brings each transaction once, where a page becomes smaller than what was read of it', async () => {
		const rig = settlementRigOn(sandbox);
		const [ledgerId, until] = ['302321', '2026-04-01T12:00:00Z'];
		sandbox.withdrawn.clear();
		sandbox.clock.set(until);
		setClock(until);
		rig.set({
			...{ triggerOn: 'transaction', output: 'entries', startFrom: 'beginning' },
			...{ ledgers: 'selected', ledgerIds: [ledgerId], options: { maxItems: 150 } },
		});
		const items: IDataObject[] = [];
		for (const size of ['large', 'small', 'large', 'small', 'large'] as const) {
			sandbox.switches.reportPages = size;
			items.push(...(await rig.poll()));
		}
		const truth = truthOfTrigger(sandbox, 'transaction', ledgerId, { until });
		expect(truth.length).toBeGreaterThan(300);
		expect(items).toEqual(truth.map((each) => expect.objectContaining(each) as IDataObject));
	});
});

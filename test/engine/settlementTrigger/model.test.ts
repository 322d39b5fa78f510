import fc from 'fast-check';

import { startSandbox, type Sandbox } from '../../../sandbox/index';
import { commands, type Model } from '../../rigs/engine/trigger/settlementCommands';
import { settings, SettlementRun } from '../../rigs/engine/trigger/settlementRun';
import { triggers } from '../../rigs/engine/trigger/settlementTruth';

let sandbox: Sandbox;
beforeAll(async () => void (sandbox = await startSandbox({ ledgerPageSize: 2 })));
afterAll(async () => {
	jest.restoreAllMocks();
	await sandbox.close();
});

describe('the settlement trigger, whatever happens between and in its polls', () => {
	it.each(triggers)(
		'brings each item of a ledger once and in order, and lets no ledger wait for another: %s',
		async (triggerOn) => {
			await fc.assert(
				fc.asyncProperty(settings, commands, async (given, happening) => {
					const run = new SettlementRun(sandbox, triggerOn, given);
					await run.activate();
					const model: Model = { hours: 0 };
					await fc.asyncModelRun(() => ({ model, real: run }), happening);
					await run.settle();
				}),
				{ numRuns: 6 },
			);
		},
		300_000,
	);
});

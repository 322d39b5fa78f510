import type { INode, INodeParameters } from 'n8n-workflow';

import type { Sandbox, Switches } from '../../../../sandbox/index';
import { setClock } from '../clock';
import type { NodeRun } from '../engine';
import { ledger, setUp, type Rig } from '../rig';

/** When the clocks of the sandbox and of this process stand, unless a test sets them. */
export const NOW = '2026-06-15T18:00:00Z';

/** A sandbox with the published ledgers, too, and a Vipps Settlement node to read it. */
export interface SettlementRig {
	rig: Rig;
	sandbox: Sandbox;
	/** Sets both clocks. */
	at(instant: string): void;
	run(parameters: INodeParameters, input?: object[], more?: Partial<INode>): Promise<NodeRun>;
	/** The calls since it was last asked, without host and API: `302321/funds/dates/2026-06-01`. */
	calls(): string[];
}

/**
 * One for the tests of a file. Before each, it has its usual clock and readings, and no faults.
 *
 * @param node the short name of the node that is run
 */
export function useSettlementRig(node = 'vippsSettlement'): SettlementRig {
	let usual: Switches;
	const held = {
		at(instant) {
			held.sandbox.clock.set(instant);
			setClock(instant);
		},
		run: async (parameters, input, more) => await held.rig.run(parameters, input, more),
		calls: () => held.rig.calls().map((call) => call.replace(/^\/report\/v2\/ledgers\//, '')),
	} as SettlementRig;
	beforeAll(async () => {
		held.rig = await setUp({ fixtures: true }, node);
		held.sandbox = held.rig.sandbox;
		usual = { ...held.sandbox.switches };
	});
	afterAll(async () => await held.rig.close());
	beforeEach(() => {
		held.at(NOW);
		held.calls();
	});
	afterEach(() => {
		jest.restoreAllMocks();
		Object.assign(held.sandbox.switches, usual);
		held.sandbox.faults.clear();
	});
	return held;
}

/** Parameters that get all payouts of a ledger between two dates. */
export const payoutsBetween = (ledgerId: string, fromDate: string, toDate = fromDate) => ({
	...{ resource: 'payout', operation: 'getAll', ledgerId: ledger(ledgerId), returnAll: true },
	...{ period: 'dateRange', fromDate, toDate },
});

import type { Sandbox, SalesEntry } from '../../../sandbox/index';
import { postNode } from '../n8n/accountingSystem';
import { until } from '../n8n/until';
import { credential } from './failing';
import type { TriggerRig } from './rig';
import { chainOf, triggerNode } from './workflows';

const LEDGER = '302321';

/** What tells sales of one ledger apart. */
const placeOf = ({ entryType, reference, time }: Record<string, unknown>) =>
	[entryType, reference, time].join(' ');

/** The sales that a trigger booked and those that it should have, each in the order of the feed. */
export interface Chosen {
	booked: string[];
	expected: string[];
}

/** Switches a trigger on for one type of sale of one ledger, from the first one, and waits for as many as there are. */
export async function runChosen(
	rig: TriggerRig,
	sandbox: Sandbox,
	triggerOn: 'capture' | 'refund',
): Promise<Chosen> {
	const parameters = {
		...{ triggerOn, ledgers: 'selected', ledgerIds: [LEDGER] },
		...{ startFrom: 'beginning', output: 'rows' },
	};
	const flow = await rig.create((url) =>
		chainOf(`Only ${triggerOn}`, [triggerNode(parameters, credential), postNode(url)]),
	);
	await rig.activate(flow);
	const expected = sandbox
		.sales(LEDGER)
		.filter(({ entryType }: SalesEntry) => entryType === triggerOn)
		.map((entry) => placeOf({ ...entry }));
	const { booked } = flow.accounting;
	await until(() => booked.length >= expected.length, `every ${triggerOn}`, 240_000);
	await rig.deactivate(flow);
	return { booked: booked.map((sale) => placeOf(sale as Record<string, unknown>)), expected };
}

import type { INodeParameters } from 'n8n-workflow';

import { PollRig, settlementTrigger } from '../../rigs/engine/trigger/pollRig';
import type { Rig } from '../../rigs/engine/rig';
import type { Example } from './example';

/** What the trigger of sales gives at its first poll. */
export const triggerExample = async (rig: Rig): Promise<Example> =>
	await firstPoll(rig, undefined, {
		...{ ledgers: 'selected', ledgerIds: ['451207'], startFrom: 'beginning', output: 'rows' },
		options: { maxItems: 100 },
	});

/** What the trigger of payouts gives at its first poll. */
export const settlementTriggerExample = async (rig: Rig): Promise<Example> =>
	await firstPoll(rig, settlementTrigger, {
		...{ ledgers: 'selected', ledgerIds: ['302334'], startFrom: 'beginning' },
		options: { maxItems: 1 },
	});

async function firstPoll(
	{ sandbox }: Rig,
	tested: typeof settlementTrigger | undefined,
	parameters: INodeParameters,
): Promise<Example> {
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const trigger = new PollRig({ clientId, clientSecret, baseUrl }, 'newer', tested);
	trigger.set(parameters);
	return { parameters, outputs: [{ items: await trigger.poll() }] };
}

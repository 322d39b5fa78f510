import { PollRig } from '../../rigs/engine/trigger/pollRig';
import type { Rig } from '../../rigs/engine/rig';
import type { Example } from './example';

/** What the trigger gives at its first poll. */
export async function triggerExample({ sandbox }: Rig): Promise<Example> {
	const { clientId, clientSecret, url: baseUrl } = sandbox;
	const trigger = new PollRig({ clientId, clientSecret, baseUrl });
	const parameters = {
		ledgers: 'selected',
		ledgerIds: ['451207'],
		startFrom: 'beginning',
		output: 'rows',
		options: { maxItems: 100 },
	};
	trigger.set(parameters);
	return { parameters, outputs: [{ items: await trigger.poll() }] };
}

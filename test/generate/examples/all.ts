import { setUp } from '../../rigs/engine/rig';
import { bookkeepingExamples } from './bookkeeping';
import { checkpointExamples } from './checkpoint';
import type { Example } from './example';
import { saleExamples } from './sale';
import { settlementExamples } from './settlement';
import { settlementTriggerExample, triggerExample } from './trigger';

/** Every example, by part of the document. */
export async function allExamples(): Promise<Map<string, Example>> {
	const rig = await setUp();
	try {
		const examples = new Map([
			...(await saleExamples(rig)),
			...(await settlementExamples(rig)),
			...(await bookkeepingExamples(rig)),
		]);
		const checkpointIn = (part: string) => examples.get(part)?.outputs[1]?.items[0];
		const ofCheckpoints = [
			{ node: 'vippsSales', shown: 'above', checkpoint: checkpointIn('sale-get-from-feed') },
			{
				...{ node: 'vippsSettlement', prefix: 'settlement-', shown: 'of transactions above' },
				checkpoint: checkpointIn('settlement-transaction-get-from-feed'),
			},
		];
		for (const checkpoints of ofCheckpoints) {
			for (const [part, example] of await checkpointExamples(rig, checkpoints)) {
				examples.set(part, example);
			}
		}
		examples.set('settlement-trigger', await settlementTriggerExample(rig));
		return examples.set('trigger', await triggerExample(rig));
	} finally {
		await rig.close();
	}
}

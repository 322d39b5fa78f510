import type { IDataObject } from 'n8n-workflow';

import { ledger, NOW, type Rig } from '../rigs/engine/rig';
import { Scheduled, workflowOfSteps } from '../rigs/engine/scheduled';
import type { Example } from './example';

const ID = '302321';

/** Examples of a checkpoint that is saved, got and cleared, one after the other, by part of the document. */
export async function checkpointExamples(
	{ sandbox }: Rig,
	checkpoint: IDataObject,
): Promise<Array<[part: string, example: Example]>> {
	const scheduled = new Scheduled(sandbox);
	const example = async (
		operation: string,
		more: Record<string, ReturnType<typeof ledger>>,
	): Promise<[string, Example]> => {
		const parameters = { resource: 'checkpoint', operation, ...more };
		const workflow = workflowOfSteps({ Node: { parameters, from: { Start: [0] } } }, [checkpoint]);
		const { error, items = [] } = (await scheduled.run(workflow)).nodes.Node ?? {};
		if (error !== undefined) throw new Error(error.message);
		return [`checkpoint-${operation}`, { parameters, outputs: [{ items: items.map(atNow) }] }];
	};
	const [part, save] = await example('save', {});
	const circumstance = 'On the checkpoint above, with all else as it comes';
	return [
		[part, { ...save, circumstance }],
		await example('get', { ledgerId: ledger(ID) }),
		await example('clear', { ledgerId: ledger(ID) }),
	];
}

const SAVED_AT = new Date(NOW).toISOString();

/** As if saved by the sandbox's clock, which is not the one that Save looks at. */
const atNow = (item: IDataObject): IDataObject =>
	item.savedAt ? { ...item, savedAt: SAVED_AT } : item;

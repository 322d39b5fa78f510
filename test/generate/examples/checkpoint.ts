import type { IDataObject } from 'n8n-workflow';

import { typeOf } from '../../rigs/engine/nodeTypes';
import { ledger, NOW, type Rig } from '../../rigs/engine/rig';
import { Scheduled, workflowOfSteps } from '../../rigs/engine/scheduled';
import type { Example } from './example';

/** A node with checkpoints, and one that it gives. */
interface Checkpoints {
	/** Its short name, such as `vippsSettlement`. */
	node: string;
	/** What the parts of the document begin with. */
	prefix?: string;
	checkpoint: IDataObject | undefined;
	/** Where the document shows it: `above`. */
	shown: string;
}

/** Examples of a checkpoint that is saved, got and cleared, one after the other, by part of the document. */
export async function checkpointExamples(
	{ sandbox }: Rig,
	{ node, prefix = '', checkpoint = {}, shown }: Checkpoints,
): Promise<Array<[part: string, example: Example]>> {
	const scheduled = new Scheduled(sandbox);
	const example = async (
		operation: string,
		more: Record<string, ReturnType<typeof ledger>> = {},
	): Promise<[string, Example]> => {
		const parameters = { resource: 'checkpoint', operation, ...more };
		const step = { type: typeOf(node), parameters, from: { Start: [0] as [number] } };
		const workflow = workflowOfSteps({ Node: step }, [checkpoint]);
		const { error, items = [] } = (await scheduled.run(workflow)).nodes.Node ?? {};
		if (error !== undefined) throw new Error(error.message);
		return [
			`${prefix}checkpoint-${operation}`,
			{ parameters, outputs: [{ items: items.map(atNow) }] },
		];
	};
	const ledgerId = ledger(checkpoint.ledgerId);
	const [part, save] = await example('save');
	const circumstance = `On the checkpoint ${shown}, with all else as it comes`;
	return [
		[part, { ...save, circumstance }],
		await example('get', { ledgerId }),
		await example('clear', { ledgerId }),
	];
}

const SAVED_AT = new Date(NOW).toISOString();

/** As if saved by the sandbox's clock, which is not the one that Save looks at. */
const atNow = (item: IDataObject): IDataObject =>
	item.savedAt ? { ...item, savedAt: SAVED_AT } : item;

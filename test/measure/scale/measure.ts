import { save } from '../../rigs/engine/checkpointRig';
import { Scheduled, workflowOfSteps } from '../../rigs/engine/scheduled';
import { Account, type Cost } from './account';

/** The latency of Vipps in the measurements. */
export const LATENCY_MS = 100;
/** A latency at which one poll cannot read a thousand ledgers. */
export const HIGH_LATENCY_MS = 400;

/** The measurements of one account: of the trigger and of the workflow, in each kind of hour. */
export interface Measured {
	trigger: Record<Hour, Cost>;
	flow: Record<Hour, Cost>;
	/** A poll and a run without latency: the cost of the calls in n8n. */
	idle: { trigger: Cost; flow: Cost };
	/** Two polls in a row at the high latency. */
	slow: [first: Cost, second: Cost];
}

/** An hour at night, one at noon, and one more without `hasMore` in the feed. */
export type Hour = 'quiet' | 'busy' | 'busyWithoutHasMore';

const DAY = '2026-04-24';
const hours: Array<[Hour, from: string, to: string]> = [
	['quiet', '01:00', '02:00'],
	['busy', '11:00', '12:00'],
	['busyWithoutHasMore', '12:00', '13:00'],
];
const at = (time: string) => `${DAY}T${time}:00Z`;

/** Measures one account through all hours. */
export async function measureAccount(
	ledgers: number,
	processorMs: () => number,
): Promise<Measured> {
	const account = await Account.open(ledgers, at('00:00'), processorMs);
	const measured = { trigger: {}, flow: {} } as Measured;
	for (const [hour, from, to] of hours) {
		account.arrange(at(from), 0);
		await account.poll();
		await account.run();
		const feedHasMore = hour === 'busyWithoutHasMore' ? 'absent' : 'sent';
		account.arrange(at(to), LATENCY_MS, { feedHasMore });
		measured.trigger[hour] = await account.poll();
		measured.flow[hour] = await account.run();
	}
	account.arrange(at('13:00'), 0, { feedHasMore: 'sent' });
	measured.idle = { trigger: await account.poll(), flow: await account.run() };
	account.arrange(at('13:00'), HIGH_LATENCY_MS);
	measured.slow = [await account.poll(), await account.poll()];
	await account.close();
	return measured;
}

/** The cost of Checkpoint: Save for so many ledgers in one run. It makes no calls. */
export async function measureSave(
	ledgers: number,
	processorMs: () => number,
): Promise<{ seconds: number; bytes: number }> {
	const flow = new Scheduled({ clientId: '', clientSecret: '', url: 'http://127.0.0.1' } as never);
	const checkpoints = Array.from({ length: ledgers }, (_, index) => ({
		ledgerId: String(700_000 + index * 37),
		cursor: Buffer.from(`position ${String(index).padStart(9)}`).toString('base64'),
	}));
	const workflow = workflowOfSteps(
		{ Save: { parameters: save, from: { Start: [0] } } },
		checkpoints,
	);
	await flow.run(workflow);
	// In the second run there is a checkpoint to replace for each ledger.
	const worked = processorMs();
	await flow.run(workflow);
	const seconds = (processorMs() - worked) / 1000;
	return { seconds, bytes: Buffer.byteLength(JSON.stringify(flow.memory.staticData)) };
}

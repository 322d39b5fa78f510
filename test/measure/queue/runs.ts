import type { Behaviour } from '../../rigs/n8n/accountingSystem';
import { until } from '../../rigs/n8n/until';
import type { QueueSetup } from './setup';
import { begunIn } from './workerLog';

/** What happens while the workflow runs. */
export type Kind = 'ordinary' | 'fails' | 'together' | 'killedBefore' | 'killedAfter';

/** The totals of one kind of run. */
export interface KindTotals {
	runs: number;
	/** Runs that n8n reported as successful to the caller of the webhook. */
	succeeded: number;
	booked: number;
	/** How many of these had been booked before. */
	repeated: number;
}

/** The result of a run whose worker was killed. */
export interface KilledRun {
	kind: Kind;
	/** The status in n8n. */
	status: string;
	/** The HTTP status that the caller of the webhook got; 0 for none. */
	answer: number;
	seconds: number;
	/** How often a worker started it. */
	begun: number;
}

/** The runs of the workflow with a saved checkpoint. */
export interface FlowResult {
	kinds: Map<Kind, KindTotals>;
	killed: KilledRun[];
}

/** The time between two runs. On most days, something is sold in it. */
const HOURS_BETWEEN = 8;
/** So slow that two runs overlap. */
const SLOW_MS = 1500;

/** The kind of a run, counted from 0. A worker is killed once in each of the two ways. */
export function kindOf(run: number, runs: number): Kind {
	if (run === Math.floor(runs / 3)) return 'killedBefore';
	if (run === Math.floor((runs * 2) / 3)) return 'killedAfter';
	if (run % 5 === 3) return 'fails';
	return run % 7 === 5 ? 'together' : 'ordinary';
}

/** Runs the workflow so often, and once more at the end. The clock advances between runs. */
export async function runFlow(
	setup: QueueSetup,
	runs: number,
	say: (line: string) => void,
): Promise<FlowResult> {
	const result: FlowResult = { kinds: new Map(), killed: [] };
	for (let run = 0; run <= runs; run++) {
		const kind = run === runs ? 'ordinary' : kindOf(run, runs);
		if (run < runs) setup.sandbox.clock.advance(HOURS_BETWEEN * 3600);
		await counted(setup, result, kind, async () => {
			if (kind === 'killedBefore') return await killed(setup, result, kind, 'hangs');
			if (kind === 'killedAfter') return await killed(setup, result, kind, 'acceptsAndHangs');
			return await plain(setup, kind);
		});
		const { lost, duplicates, unexpected } = setup.flow();
		const state = `${lost} not booked yet, ${duplicates} booked again, ${unexpected} never sold`;
		say(`Run ${run + 1}, ${kind}: ${state}`);
	}
	return result;
}

async function counted(
	setup: QueueSetup,
	{ kinds }: FlowResult,
	kind: Kind,
	work: () => Promise<number[]>,
): Promise<void> {
	const booked = () => {
		const { sold, lost, duplicates: repeated } = setup.flow();
		return { booked: sold - lost + repeated, repeated };
	};
	const before = booked();
	const answers = await work();
	const after = booked();
	const totals = kinds.get(kind) ?? { runs: 0, succeeded: 0, booked: 0, repeated: 0 };
	totals.runs += answers.length;
	totals.succeeded += answers.filter((status) => status === 200).length;
	totals.booked += after.booked - before.booked;
	totals.repeated += after.repeated - before.repeated;
	kinds.set(kind, totals);
}

/** One run, or two at the same time. Gives n8n's answers. */
async function plain(setup: QueueSetup, kind: Kind): Promise<number[]> {
	const { sandbox, accounting } = setup;
	if (kind === 'fails') accounting.behaviour = 'refuses';
	if (kind === 'together') sandbox.faults.add({ kind: 'slow', everyMs: SLOW_MS });
	const answers = kind === 'together' ? [setup.call(), setup.call()] : [setup.call()];
	const statuses = await Promise.all(answers);
	accounting.behaviour = 'accepts';
	sandbox.faults.clear();
	return statuses;
}

/** A run whose worker is killed during the work, and the next run, which the other worker executes. */
async function killed(
	setup: QueueSetup,
	result: FlowResult,
	kind: Kind,
	behaviour: Behaviour,
): Promise<number[]> {
	const { accounting, cluster } = setup;
	const { posts } = accounting;
	accounting.behaviour = behaviour;
	const begun = Date.now();
	const cut = setup.call().catch(() => 0);
	await until(() => accounting.posts > posts, 'a post');
	const id = (await setup.executions())[0]?.id ?? '';
	const [first] = await cluster.logs();
	const index = begunIn(first).includes(id) ? 0 : 1;
	await cluster.workers[index].kill();
	accounting.behaviour = 'accepts';
	const next = await setup.call();
	await cluster.restart(index);
	const answer = await cut;
	const seconds = (Date.now() - begun) / 1000;
	const status = (await setup.executions()).find((execution) => execution.id === id)?.status ?? '?';
	const times = begunIn((await cluster.logs()).join('\n')).filter((one) => one === id).length;
	result.killed.push({ kind, status, answer, seconds, begun: times });
	return [answer, next];
}

import type { Mood } from '../../rigs/n8n/books';
import { until } from '../../rigs/n8n/until';
import type { Stage } from './setup';
import { begunIn } from './workerLog';

/** What happens while the workflow runs. */
export type Kind = 'ordinary' | 'fails' | 'together' | 'killedBefore' | 'killedBehind';

/** What the runs of a kind did. */
export interface KindTally {
	runs: number;
	/** Runs that n8n reported as a success to whoever called the webhook. */
	succeeded: number;
	booked: number;
	/** Of these, sales that had been booked before. */
	repeated: number;
}

/** What became of a run whose worker was killed. */
export interface KilledRun {
	kind: Kind;
	/** In n8n's words. */
	status: string;
	/** What the caller of the webhook got. */
	answer: number;
	seconds: number;
	/** How often a worker began it. */
	begun: number;
}

/** What the workflow with a saved position did. */
export interface FlowOutcome {
	kinds: Map<Kind, KindTally>;
	killed: KilledRun[];
}

/** Time between two runs; something is sold in it on most days. */
const HOURS_BETWEEN = 8;
/** Long enough for two runs to overlap. */
const SLOW_MS = 1500;

/** What is to happen in a run, from 0: each kind has its turns, one worker is killed in either way. */
export function kindOf(run: number, runs: number): Kind {
	if (run === Math.floor(runs / 3)) return 'killedBefore';
	if (run === Math.floor((runs * 2) / 3)) return 'killedBehind';
	if (run % 5 === 3) return 'fails';
	return run % 7 === 5 ? 'together' : 'ordinary';
}

/** Runs the workflow so often, and once more at the end; time goes by in between. */
export async function runFlow(
	stage: Stage,
	runs: number,
	say: (line: string) => void,
): Promise<FlowOutcome> {
	const outcome: FlowOutcome = { kinds: new Map(), killed: [] };
	for (let run = 0; run <= runs; run++) {
		const kind = run === runs ? 'ordinary' : kindOf(run, runs);
		if (run < runs) stage.sandbox.clock.advance(HOURS_BETWEEN * 3600);
		await tallied(stage, outcome, kind, async () => {
			if (kind === 'killedBefore') return await killed(stage, outcome, kind, 'hangs');
			if (kind === 'killedBehind') return await killed(stage, outcome, kind, 'booksAndHangs');
			return await plain(stage, kind);
		});
		const { lost, repeated, unknown } = stage.flow();
		const state = `${lost} not booked yet, ${repeated} booked again, ${unknown} never sold`;
		say(`Run ${run + 1}, ${kind}: ${state}`);
	}
	return outcome;
}

async function tallied(
	stage: Stage,
	{ kinds }: FlowOutcome,
	kind: Kind,
	work: () => Promise<number[]>,
): Promise<void> {
	const booked = () => {
		const { sold, lost, repeated } = stage.flow();
		return { booked: sold - lost + repeated, repeated };
	};
	const before = booked();
	const answers = await work();
	const after = booked();
	const tally = kinds.get(kind) ?? { runs: 0, succeeded: 0, booked: 0, repeated: 0 };
	tally.runs += answers.length;
	tally.succeeded += answers.filter((status) => status === 200).length;
	tally.booked += after.booked - before.booked;
	tally.repeated += after.repeated - before.repeated;
	kinds.set(kind, tally);
}

/** A run, or two at a time; gives n8n's answers. */
async function plain(stage: Stage, kind: Kind): Promise<number[]> {
	const { sandbox, books } = stage;
	if (kind === 'fails') books.mood = 'refuses';
	if (kind === 'together') sandbox.faults.add({ kind: 'slow', everyMs: SLOW_MS });
	const answers = kind === 'together' ? [stage.call(), stage.call()] : [stage.call()];
	const statuses = await Promise.all(answers);
	books.mood = 'books';
	sandbox.faults.clear();
	return statuses;
}

/** A run whose worker is killed in the middle of the work, and the next one, which the other worker does. */
async function killed(
	stage: Stage,
	outcome: FlowOutcome,
	kind: Kind,
	mood: Mood,
): Promise<number[]> {
	const { books, cluster } = stage;
	const { posts } = books;
	books.mood = mood;
	const begun = Date.now();
	const cut = stage.call().catch(() => 0);
	await until(() => books.posts > posts, 'a post');
	const id = (await stage.executions())[0]?.id ?? '';
	const [first] = await cluster.logs();
	const index = begunIn(first).includes(id) ? 0 : 1;
	await cluster.workers[index].kill();
	books.mood = 'books';
	const next = await stage.call();
	await cluster.restart(index);
	const answer = await cut;
	const seconds = (Date.now() - begun) / 1000;
	const status = (await stage.executions()).find((execution) => execution.id === id)?.status ?? '?';
	const times = begunIn((await cluster.logs()).join('\n')).filter((one) => one === id).length;
	outcome.killed.push({ kind, status, answer, seconds, begun: times });
	return [answer, next];
}

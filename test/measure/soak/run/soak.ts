import { workflowOf } from '../../../rigs/engine/engine';
import { leaksIn } from '../../../rigs/engine/secrets';
import { feedJob } from '../jobs/feedJob';
import { judgeRun } from '../checks/checkRun';
import { createDraw, type Draw } from '../rounds/random';
import type { RemoteSandbox, RoundRecord } from '../remote';
import { drawSwitches } from '../rounds/randomSwitches';
import type { Tally } from '../report/totals';
import { drawRound, type Round } from '../rounds/rounds';
import type { World } from './testBed';

/** What the soak needs of the process that it runs in. */
export interface Surroundings {
	sandbox: RemoteSandbox;
	/** Seconds since the soak began. */
	seconds: () => number;
	/** Bytes, after a forced collection. */
	heap: () => number;
	/** The promise's value, or undefined when it has not settled in time. */
	inTime: <Value>(promise: Promise<Value>) => Promise<Value | undefined>;
	wait: (milliseconds: number) => Promise<void>;
	/** All that was printed or logged since it was last asked. */
	takeOutput: () => string[];
	/** Whether it is time to end. */
	isOver: () => boolean;
	/** Told after every round. */
	onRound: () => void;
}

/** Four of them are less than a token's life of fifteen minutes: a new token must be good for the call that it was fetched for. */
const CLOCK_STEP_HOURS = 0.05;
const SECONDS_BETWEEN_SAMPLES = 15;
/** After so many runs that did not end, the soak ends: each costs minutes, and the verdict stands. */
const MOST_HUNG = 3;
/** In these tokens of the past a leak is looked for, beside those of the round itself. */
const TOKENS_KEPT = 200;

/** Round after round until the time is over, then every feed to its end in calm weather. */
export async function soak(
	world: World,
	seed: number,
	tally: Tally,
	around: Surroundings,
): Promise<void> {
	const draw = createDraw(seed);
	const tokens: string[] = [];
	let sampled = -SECONDS_BETWEEN_SAMPLES;
	while (!around.isOver() && tally.hung < MOST_HUNG) {
		tally.rounds++;
		world.advance(draw.chance(0.7) ? draw.between(1, 8) : 0);
		await playRound(world, drawRound(world, tally.rounds, draw), { draw, tokens, tally, around });
		tally.seconds = around.seconds();
		if (tally.seconds - sampled >= SECONDS_BETWEEN_SAMPLES) {
			sampled = tally.seconds;
			tally.samples.push({ seconds: sampled, runs: tally.sum('runs'), heapBytes: around.heap() });
		}
		around.onRound();
	}
	tally.rounds++;
	await readToTheEnd(world, { draw, tokens, tally, around });
	tally.seconds = around.seconds();
}

interface Stage {
	draw: Draw;
	tokens: string[];
	tally: Tally;
	around: Surroundings;
}

async function playRound(world: World, round: Round, stage: Stage): Promise<void> {
	const { draw, tokens, tally, around } = stage;
	const { sandbox } = around;
	const switches = drawSwitches(draw);
	world.choose(switches);
	await sandbox.arrange({ now: world.now(), faults: round.faults, switches });
	if (draw.chance(0.3)) await sandbox.expireTokens();
	const engines = round.jobs.map(() => draw.oneOf(world.engines));
	const running = Promise.all(
		round.jobs.map(async ({ parameters, input, onError }, at) => {
			const workflow = workflowOf(parameters, input, { onError });
			return await around.inTime(
				engines[at]?.run(workflow) ?? Promise.reject(new Error('No engine')),
			);
		}),
	);
	for (let turn = 0; turn < 4 && (round.tokensDie || round.clockRuns); turn++) {
		await around.wait(15);
		if (round.tokensDie) await sandbox.expireTokens();
		if (round.clockRuns) await sandbox.moveClock(world.advance(CLOCK_STEP_HOURS));
	}
	const runs = await running;
	const record = await sandbox.takeRecord();
	tokens.push(...record.tokens);
	takeDown(record, tally);
	const found = tally.problemCount;
	for (const [at, job] of round.jobs.entries()) {
		judgeRun(job, runs[at], round.mustSucceed(job), tally);
	}
	if (tally.problemCount > found) tally.note(`its faults were ${JSON.stringify(record.faults)}`);

	const leaks = leaksIn([runs, around.takeOutput()], { ...world.truth, issuedTokens: tokens });
	tally.leaked += leaks.length;
	if (leaks.length > 0)
		tally.complain(`${leaks.length} secrets can be read in a run or in its log`);
	tokens.splice(0, tokens.length - TOKENS_KEPT);
}

function takeDown({ faults, statuses, tokens }: RoundRecord, tally: Tally): void {
	tally.tokens += tokens.length;
	for (const { kind, met } of faults) {
		const counts = tally.faults.get(kind) ?? { injected: 0, met: 0 };
		tally.faults.set(kind, { injected: counts.injected + 1, met: counts.met + met });
	}
	for (const [status, count] of Object.entries(statuses)) {
		tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + count);
	}
}

/** Nothing may be left behind: after this every ledger has been read from its first sale to its last. */
async function readToTheEnd(world: World, stage: Stage): Promise<void> {
	const { draw, tally } = stage;
	for (const bookmark of world.bookmarks) {
		if (tally.hung >= MOST_HUNG) return;
		const { ledgerId } = bookmark;
		const reading = feedJob(world, [bookmark], draw);
		const job = { ...reading, parameters: { ...reading.parameters, returnAll: true } };
		await playRound(world, { jobs: [job], faults: [], mustSucceed: () => true }, stage);
		const rest = world.truth.sales(ledgerId).length - bookmark.position;
		if (rest === 0) tally.ledgersRead++;
		else {
			tally.of(job.operation).missing += rest;
			tally.complain(`${rest} sales of ledger ${ledgerId} were never read`);
		}
	}
}

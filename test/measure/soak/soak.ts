import { workflowOf } from '../../rigs/engine/engine';
import { leaksIn } from '../../rigs/engine/secrets';
import { checkRun } from './jobs/checkRun';
import { feedJob } from './jobs/feedJob';
import type { Totals } from './report/totals';
import { randomSwitches } from './rounds/randomSwitches';
import { randomRound, type Round } from './rounds/rounds';
import type { ProcessEnvironment } from './testBed/processEnvironment.cts';
import { createRandom, type Random } from './testBed/random';
import type { RemoteSandbox, RoundRecord } from './testBed/remoteSandbox.cts';
import type { TestBed } from './testBed/testBed';

/** What the soak needs of the process that it runs in. */
export interface SoakEnvironment extends Omit<ProcessEnvironment, 'say'> {
	sandbox: RemoteSandbox;
	/** Whether it is time to end. */
	isOver: () => boolean;
	/** Called after every round. */
	onRound: () => void;
}

/** Four steps are less than a token's life of fifteen minutes: a new token must be valid for the call that it was fetched for. */
const CLOCK_STEP_HOURS = 0.05;
const SECONDS_BETWEEN_SAMPLES = 15;
/** The soak ends after so many runs that did not end: each takes minutes, and the soak has failed already. */
const MOST_HUNG = 3;
/** So many earlier tokens are searched for in the output, besides those of the round. */
const TOKENS_KEPT = 200;

/** Runs rounds until the time is over, then reads every feed to its end without faults. */
export async function soak(
	testBed: TestBed,
	seed: number,
	totals: Totals,
	environment: SoakEnvironment,
): Promise<void> {
	const random = createRandom(seed);
	const tokens: string[] = [];
	let sampled = -SECONDS_BETWEEN_SAMPLES;
	while (!environment.isOver() && totals.hung < MOST_HUNG) {
		totals.rounds++;
		testBed.advance(random.chance(0.7) ? random.integer(1, 8) : 0);
		await runRound(testBed, randomRound(testBed, totals.rounds, random), {
			random,
			tokens,
			totals,
			environment,
		});
		totals.seconds = environment.seconds();
		if (totals.seconds - sampled >= SECONDS_BETWEEN_SAMPLES) {
			sampled = totals.seconds;
			totals.samples.push({
				seconds: sampled,
				runs: totals.sum('runs'),
				heapBytes: environment.heap(),
			});
		}
		environment.onRound();
	}
	totals.rounds++;
	await readToTheEnd(testBed, { random, tokens, totals, environment });
	totals.seconds = environment.seconds();
}

interface RoundContext {
	random: Random;
	tokens: string[];
	totals: Totals;
	environment: SoakEnvironment;
}

async function runRound(testBed: TestBed, round: Round, context: RoundContext): Promise<void> {
	const { random, tokens, totals, environment } = context;
	const { sandbox } = environment;
	const switches = randomSwitches(random);
	testBed.choose(switches);
	await sandbox.arrange({ now: testBed.now(), faults: round.faults, switches });
	if (random.chance(0.3)) await sandbox.expireTokens();
	const engines = round.jobs.map(() => random.oneOf(testBed.engines));
	const running = Promise.all(
		round.jobs.map(async ({ type, parameters, input, onError }, at) => {
			const node = type === undefined ? { onError } : { onError, type };
			const workflow = workflowOf(parameters, input, node);
			return await environment.inTime(
				engines[at]?.run(workflow) ?? Promise.reject(new Error('No engine')),
			);
		}),
	);
	for (let step = 0; step < 4 && (round.tokensDie || round.clockRuns); step++) {
		await environment.wait(15);
		if (round.tokensDie) await sandbox.expireTokens();
		if (round.clockRuns) await sandbox.moveClock(testBed.advance(CLOCK_STEP_HOURS));
	}
	const runs = await running;
	const record = await sandbox.takeRecord();
	tokens.push(...record.tokens);
	addRecord(record, totals);
	const found = totals.findingCount;
	for (const [at, job] of round.jobs.entries()) {
		checkRun(job, runs[at], round.mustSucceed(job), totals);
	}
	if (totals.findingCount > found) totals.note(`its faults were ${JSON.stringify(record.faults)}`);

	const leaks = leaksIn([runs, environment.takeOutput()], {
		...testBed.truth,
		issuedTokens: tokens,
	});
	totals.leaked += leaks.length;
	if (leaks.length > 0)
		totals.addFinding(`${leaks.length} secrets can be read in a run or in its log`);
	tokens.splice(0, tokens.length - TOKENS_KEPT);
}

function addRecord({ faults, statuses, tokens }: RoundRecord, totals: Totals): void {
	totals.tokens += tokens.length;
	for (const { kind, met } of faults) {
		const counts = totals.faults.get(kind) ?? { injected: 0, met: 0 };
		totals.faults.set(kind, { injected: counts.injected + 1, met: counts.met + met });
	}
	for (const [status, count] of Object.entries(statuses)) {
		totals.statuses.set(status, (totals.statuses.get(status) ?? 0) + count);
	}
}

/** Reads every feed to its end, and counts what no run has returned. */
async function readToTheEnd(testBed: TestBed, context: RoundContext): Promise<void> {
	const { random, totals } = context;
	for (const saved of [...testBed.checkpoints, ...testBed.moneyCheckpoints]) {
		if (totals.hung >= MOST_HUNG) return;
		const { ledgerId, list } = saved;
		const feed = feedJob(testBed, [saved], random);
		const job = { ...feed, parameters: { ...feed.parameters, returnAll: true } };
		await runRound(testBed, { jobs: [job], faults: [], mustSucceed: () => true }, context);
		const rest = testBed.entriesOf(saved).length - saved.position;
		if (rest > 0) {
			totals.of(job.operation).missing += rest;
			totals.addFinding(`${rest} ${list} of ledger ${ledgerId} were never read`);
		} else if (list === 'sales') totals.ledgersRead++;
	}
}

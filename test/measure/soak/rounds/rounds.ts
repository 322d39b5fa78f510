import type { Fault } from '../../../../sandbox/index';
import { dateJob, randomDates } from '../jobs/dateJob';
import { feedJob } from '../jobs/feedJob';
import type { Job } from '../jobs/job';
import { ledgersJob } from '../jobs/ledgersJob';
import { lookUpJob } from '../jobs/lookUpJob';
import { moneyJob } from '../jobs/moneyJob';
import type { Random } from '../testBed/random';
import type { SavedCheckpoint, TestBed } from '../testBed/testBed';
import {
	cursorFault,
	harmlessFault,
	persistentFault,
	tightLimit,
	transientFault,
} from './randomFaults';

/** Runs that take place at the same time, and the faults they meet. */
export interface Round {
	jobs: Job[];
	faults: Fault[];
	/** Whether a job must return everything: no call of it fails more than four times. */
	mustSucceed: (job: Job) => boolean;
	/** All tokens also expire during the runs. */
	tokensDie?: boolean;
	/** The clock advances, and sales are added, during the runs. */
	clockRuns?: boolean;
}

/** So many of a call's five attempts may fail. */
const SURVIVABLE = 4;
/** In these rounds an answer never arrives, or one byte at a time. Each takes the thirty seconds of a call's timeout. */
const STALL_ROUNDS = [60, 600];
const DRIP_ROUNDS = [180, 900];

/** The jobs and faults of a round. */
export function randomRound(testBed: TestBed, number: number, random: Random): Round {
	const isSlow = STALL_ROUNDS.includes(number) || DRIP_ROUNDS.includes(number);
	if (isSlow) return slowRound(testBed, STALL_ROUNDS.includes(number) ? 'stall' : 'drip', random);
	const kind = random.fraction();
	if (kind < 0.08) return cursorRound(testBed, random);
	if (kind < 0.2) return persistentRound(testBed, random);
	if (kind < 0.4) return severeRound(testBed, random);
	if (kind < 0.5)
		return { jobs: feeds(testBed, random, 6), faults: [], mustSucceed, clockRuns: true };
	if (kind < 0.6) return { jobs: randomJobs(testBed, random), faults: [], mustSucceed };
	return transientRound(testBed, random);
}

const mustSucceed = ({ mayFail }: Job) => mayFail !== true;

/** Faults that every run survives. */
function transientRound(testBed: TestBed, random: Random): Round {
	const faults: Fault[] = [];
	for (let left = SURVIVABLE; left > 0; ) {
		const times = random.integer(1, left);
		faults.push(transientFault(random, times));
		left -= times;
	}
	if (random.chance(0.5)) faults.push(harmlessFault(random));
	return { jobs: randomJobs(testBed, random), faults, mustSucceed };
}

/** More faults than a run has to survive. */
function severeRound(testBed: TestBed, random: Random): Round {
	const count = random.integer(2, 4);
	const faults = Array.from({ length: count }, () => transientFault(random, random.integer(2, 8)));
	if (random.chance(0.5)) faults.push(tightLimit(random));
	const tokensDie = random.chance(0.5);
	return { jobs: randomJobs(testBed, random), faults, mustSucceed: () => false, tokensDie };
}

/** One ledger cannot be read; jobs that do not read it must succeed. */
function persistentRound(testBed: TestBed, random: Random): Round {
	const jobs = randomJobs(testBed, random);
	const ids = jobs.flatMap(({ ledgerIds }) => ledgerIds);
	const ledgerId = random.oneOf(ids.length > 0 ? ids : ['none']);
	return {
		jobs,
		faults: [persistentFault(random, ledgerId)],
		mustSucceed: (job) => mustSucceed(job) && !job.ledgerIds.some((id) => id.startsWith(ledgerId)),
	};
}

/** A date with wrong cursors. */
function cursorRound(testBed: TestBed, random: Random): Round {
	const { ledgerIds, dates, ...rest } = randomDates(testBed, random);
	const [ledgerId = ''] = ledgerIds;
	const busy = dates.toSorted((one, other) => {
		const countOf = (date: string) => testBed.truth.salesOfDate(ledgerId, date).length;
		return countOf(other) - countOf(one);
	});
	const [ledgerDate = ''] = busy;
	const pageSize = random.integer(1, 2);
	const choice = {
		...rest,
		ledgerIds: [ledgerId],
		dates: [ledgerDate],
		pageSize,
		limit: undefined,
	};
	return {
		jobs: [dateJob(testBed, choice, random)],
		faults: [cursorFault(random, ledgerId, ledgerDate)],
		mustSucceed: () => false,
	};
}

function slowRound(testBed: TestBed, kind: 'stall' | 'drip', random: Random): Round {
	const jobs = feeds(testBed, random, 3);
	const path = `/ledgers/${jobs[0]?.ledgerIds[0]}`;
	return { jobs, faults: [{ kind, path, everyMs: 500, times: 1 }], mustSucceed };
}

/** Feed jobs of which no two read the same feed, as each workflow has a checkpoint of its own. */
function feeds(testBed: TestBed, random: Random, count: number): Job[] {
	const { checkpoints, moneyCheckpoints } = testBed;
	const sales = random.someOf(checkpoints, checkpoints.length);
	const money = random.someOf(moneyCheckpoints, moneyCheckpoints.length);
	const freeOf = (list: SavedCheckpoint['list']) => money.filter((saved) => saved.list === list);
	return Array.from({ length: count }, () => {
		const size = random.oneOf([1, 1, 2, 5]);
		if (random.chance(0.7)) return feedJob(testBed, sales.splice(0, size), random);
		const chosen = freeOf(random.oneOf(['funds', 'fees'])).slice(0, size);
		for (const saved of chosen) money.splice(money.indexOf(saved), 1);
		return feedJob(testBed, chosen, random);
	});
}

function randomJobs(testBed: TestBed, random: Random): Job[] {
	const others = Array.from({ length: random.integer(1, 7) }, () => {
		const kind = random.fraction();
		if (kind < 0.3) return dateJob(testBed, randomDates(testBed, random), random);
		if (kind < 0.55) return moneyJob(testBed, randomDates(testBed, random), random);
		return kind < 0.9 ? lookUpJob(testBed, random) : ledgersJob(testBed, random);
	});
	return [...feeds(testBed, random, random.integer(2, 6)), ...others].filter(
		({ input }) => input.length > 0,
	);
}

import type { Fault } from '../../../../sandbox/index';
import { dateJob, drawDates } from '../jobs/dateJob';
import { cursorFault, harmlessFault, harshLimit, lastingFault, passingFault } from './randomFaults';
import { feedJob } from '../jobs/feedJob';
import type { Job } from '../jobs/job';
import { ledgersJob, lookUpJob } from '../jobs/otherJobs';
import type { Draw } from './random';
import type { World } from '../run/testBed';

/** Runs that go on at the same time, and what goes wrong meanwhile. */
export interface Round {
	jobs: Job[];
	faults: Fault[];
	/** The jobs that must bring everything: nothing stands in their way for more than four tries of a call. */
	mustSucceed: (job: Job) => boolean;
	/** All tokens die while the runs go on, too. */
	tokensDie?: boolean;
	/** Time goes on, and sales appear, while the runs go on. */
	clockRuns?: boolean;
}

/** Of a call's five tries, so many may fail. */
const SURVIVABLE = 4;
/** In these rounds an answer never comes, or a byte at a time: each costs the thirty seconds after which a call is given up. */
const STALL_ROUNDS = [60, 600];
const DRIP_ROUNDS = [180, 900];

/** The next round. */
export function drawRound(world: World, number: number, draw: Draw): Round {
	const isSlow = STALL_ROUNDS.includes(number) || DRIP_ROUNDS.includes(number);
	if (isSlow) return slowRound(world, STALL_ROUNDS.includes(number) ? 'stall' : 'drip', draw);
	const share = draw.share();
	if (share < 0.08) return cursorRound(world, draw);
	if (share < 0.2) return lastingRound(world, draw);
	if (share < 0.4) return stormRound(world, draw);
	if (share < 0.5) return { jobs: feeds(world, draw, 6), faults: [], mustSucceed, clockRuns: true };
	if (share < 0.6) return { jobs: drawJobs(world, draw), faults: [], mustSucceed };
	return passingRound(world, draw);
}

const mustSucceed = ({ mayFail }: Job) => mayFail !== true;

/** Faults that every run survives. */
function passingRound(world: World, draw: Draw): Round {
	const faults: Fault[] = [];
	for (let left = SURVIVABLE; left > 0; ) {
		const times = draw.between(1, left);
		faults.push(passingFault(draw, times));
		left -= times;
	}
	if (draw.chance(0.5)) faults.push(harmlessFault(draw));
	return { jobs: drawJobs(world, draw), faults, mustSucceed };
}

/** More than may be survived. */
function stormRound(world: World, draw: Draw): Round {
	const count = draw.between(2, 4);
	const faults = Array.from({ length: count }, () => passingFault(draw, draw.between(2, 8)));
	if (draw.chance(0.5)) faults.push(harshLimit(draw));
	const tokensDie = draw.chance(0.5);
	return { jobs: drawJobs(world, draw), faults, mustSucceed: () => false, tokensDie };
}

/** One ledger is out of reach; what does not read it goes on as if nothing were. */
function lastingRound(world: World, draw: Draw): Round {
	const jobs = drawJobs(world, draw);
	const ids = jobs.flatMap(({ ledgerIds }) => ledgerIds);
	const ledgerId = draw.oneOf(ids.length > 0 ? ids : ['none']);
	return {
		jobs,
		faults: [lastingFault(draw, ledgerId)],
		mustSucceed: (job) => mustSucceed(job) && !job.ledgerIds.some((id) => id.startsWith(ledgerId)),
	};
}

/** A date whose cursors lead nowhere. */
function cursorRound(world: World, draw: Draw): Round {
	const { ledgerIds, dates, ...rest } = drawDates(world, draw);
	const [ledgerId = ''] = ledgerIds;
	const busy = dates.toSorted((one, other) => {
		const countOf = (date: string) => world.truth.salesOfDate(ledgerId, date).length;
		return countOf(other) - countOf(one);
	});
	const [ledgerDate = ''] = busy;
	const pageSize = draw.between(1, 2);
	const choice = {
		...rest,
		ledgerIds: [ledgerId],
		dates: [ledgerDate],
		pageSize,
		limit: undefined,
	};
	return {
		jobs: [dateJob(world, choice, draw)],
		faults: [cursorFault(draw, ledgerId, ledgerDate)],
		mustSucceed: () => false,
	};
}

function slowRound(world: World, kind: 'stall' | 'drip', draw: Draw): Round {
	const jobs = feeds(world, draw, 3);
	const path = `/sales/report/v1/ledgers/${jobs[0]?.ledgerIds[0]}`;
	return { jobs, faults: [{ kind, path, everyMs: 500, times: 1 }], mustSucceed };
}

/** Each reads feeds that no other one reads, as a workflow keeps a bookmark of its own. */
function feeds(world: World, draw: Draw, count: number): Job[] {
	const free = draw.someOf(world.bookmarks, world.bookmarks.length);
	return Array.from({ length: count }, () =>
		feedJob(world, free.splice(0, draw.oneOf([1, 1, 2, 5])), draw),
	);
}

function drawJobs(world: World, draw: Draw): Job[] {
	const others = Array.from({ length: draw.between(1, 7) }, () => {
		const share = draw.share();
		if (share < 0.45) return dateJob(world, drawDates(world, draw), draw);
		return share < 0.9 ? lookUpJob(world, draw) : ledgersJob(world, draw);
	});
	return [...feeds(world, draw, draw.between(2, 6)), ...others].filter(
		({ input }) => input.length > 0,
	);
}

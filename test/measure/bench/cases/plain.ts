import { grouped } from '../../figures/section';
import { PAGE_SIZE, type Case } from './case';

/** A case without anything that says how it is measured. */
export type PlainCase = Omit<Case, 'mode' | 'contenders' | 'runs' | 'warmUps'>;

/** A date on which every ledger's sales fit one page of 1000, unless it is busy. */
const DAY = '2026-05-15';
const feedLedger = '302321';
/** A ledger whose every date is a single page. */
const quietLedger = '310488';
const may = Array.from({ length: 31 }, (_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`);
const afterMay = '2026-06-15T12:00:00Z';

const base = { latencyMs: 0, faults: [], tokens: 0, startsWithDeadToken: false };

/** The time at which the ledger's feed has exactly so many entries, at this busyness. */
const instants = {
	1_000: { now: '2026-04-24T15:50:31Z', busyness: 1 },
	10_000: { now: '2026-08-10T10:21:10Z', busyness: 1 },
	100_000: { now: '2026-04-24T13:57:21Z', busyness: 100 },
	1_000_000: { now: '2027-02-21T10:49:27Z', busyness: 100 },
};

/** A feed, at the largest page size unless another one is given. */
export const feed = (entries: keyof typeof instants, pageSize?: number): PlainCase => ({
	...base,
	name: `feed-${entries}`,
	title: `Feed of ${grouped(entries)} entries`,
	sandbox: instants[entries],
	work: { ledgerIds: [feedLedger] },
	entries,
	pageSize,
	fewestCalls: entries / (pageSize ?? PAGE_SIZE),
});

export const dates: PlainCase = {
	...base,
	name: 'dates-31',
	title: '31 dates of one ledger',
	sandbox: { now: afterMay },
	work: { ledgerIds: [quietLedger], dates: may },
	fewestCalls: may.length,
};

export const ledgers = (count: number): PlainCase => ({
	...base,
	name: `ledgers-${count}`,
	title: `${grouped(count)} ledgers on one date`,
	sandbox: { now: afterMay, ledgerCount: count },
	work: { ledgerIds: [], dates: [DAY] },
	fewestCalls: count,
});

/** Each date of a month, on each of 40 ledgers. */
export const monthOfLedgers: PlainCase = {
	...ledgers(40),
	name: 'month-40',
	title: '31 dates of 40 ledgers',
	work: { ledgerIds: [], dates: may },
	// Five of the dates have a second page.
	fewestCalls: 40 * may.length + 5,
};

/** How many pages of a size the busy date of 40 ledgers has. */
const busyPages = { 50: 253, 200: 77, 1000: 41 };

/** A busy date of 40 ledgers, at a page size. */
export const busyLedgers = (pageSize: keyof typeof busyPages): PlainCase => ({
	...ledgers(40),
	name: 'ledgers-40-busy',
	title: '11 689 sales of 40 ledgers on one date',
	sandbox: { now: afterMay, ledgerCount: 40, busyness: 30 },
	pageSize,
	fewestCalls: busyPages[pageSize],
});

/** The funds of each date of a month, of 40 ledgers. */
export const monthOfFunds: PlainCase = {
	...ledgers(40),
	name: 'funds-month-40',
	title: 'Funds of 31 dates of 40 ledgers',
	work: { list: 'funds', ledgerIds: [], dates: may },
	// One of the dates has five pages.
	fewestCalls: 40 * may.length + 4,
};

/** The time at which the ledger's funds have exactly a million entries. */
const millionOfFunds = { now: '2027-04-05T17:23:09Z', busyness: 100 };

export const feedOfFunds: PlainCase = {
	...base,
	name: 'funds-feed-1000000',
	title: 'Feed of 1 000 000 funds',
	sandbox: millionOfFunds,
	work: { list: 'funds', ledgerIds: [feedLedger] },
	entries: 1_000_000,
	fewestCalls: 1000,
};

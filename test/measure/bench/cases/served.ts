import type { HostName } from '../../../../host/install/versions.cts';
import { base, dates, feed, ledgers, may, type Case } from './cases';

/** How many times as fast as its peer Vipps Sales is to be, by host. */
export type Wanted = Record<HostName, number>;

/** A case of an n8n that runs for long, in which the contenders take turns. */
export interface ServedCase extends Case {
	isServed: true;
	/** At least; undefined: it is only shown. */
	wanted?: Wanted;
}

const served = (plain: Case, latencyMs: number, wanted?: Wanted): ServedCase => ({
	...plain,
	...{ isServed: true, latencyMs, wanted, runs: 15, warmUps: 5 },
	name: `${plain.name}-served-${latencyMs}`,
	contenders: ['node', 'peer'],
});

const few = (plain: ServedCase): ServedCase => ({ ...plain, runs: 7, warmUps: 2 });

/** Each date of a month, on each of 40 ledgers. */
const monthOfLedgers: Case = {
	...ledgers(40),
	name: 'month-40',
	title: '31 dates of 40 ledgers',
	work: { ledgerIds: [], dates: may },
	// Five of the dates have a second page.
	fewestCalls: 40 * may.length + 5,
};

const both = (ratio: number): Wanted => ({ baseline: ratio, current: ratio });

/** In the order of the report. */
export const servedCases: ServedCase[] = [
	served(dates, 40, { baseline: 1.25, current: 1.6 }),
	served(ledgers(40), 40, { baseline: 1.25, current: 1.7 }),
	served(ledgers(400), 40, { baseline: 1.4, current: 2 }),
	few(served(ledgers(2000), 40, { baseline: 1.4, current: 2 })),
	few(served(monthOfLedgers, 40, { baseline: 1.4, current: 2 })),
	served(dates, 200, both(1)),
	served(ledgers(40), 200, both(1)),
	served(ledgers(400), 200, both(0.7)),
	few(served(ledgers(2000), 200, both(0.9))),
	few(served({ ...feed(100_000), ...base, contenders: [] }, 0, both(1.4))),
];

import type { Case, Contender, Wanted } from './case';
import { busyLedgers, dates, feed, ledgers, monthOfLedgers, type PlainCase } from './plain';

/** In short batches, which lets HTTP Request keep its pace where the server has no limit. */
const batch = { batchSize: 50, batchInterval: 1 };

/** All contenders by turns in an n8n that runs. */
export const turns = (
	plain: PlainCase,
	contenders: Contender[],
	latencyMs: number,
	wanted?: Wanted,
): Case => ({
	...plain,
	...{ mode: 'turns', contenders, latencyMs, wanted, batch, runs: 9, warmUps: 3 },
	name: `${plain.name}-${latencyMs}ms`,
});

/** A long case, with fewer runs. */
export const few = (given: Case): Case => ({ ...given, runs: 5, warmUps: 1 });

/** Its name and title tell the page size. */
const paged = (given: Case): Case => ({
	...few(given),
	name: `${given.name}-pages-of-${given.pageSize}`,
	title: `${given.title}, pages of ${given.pageSize}`,
});

const first = (plain: PlainCase, latencyMs: number): Case => ({
	...plain,
	...{ mode: 'first', contenders: ['node', 'peerUnpaged'], latencyMs, runs: 4, warmUps: 1 },
	name: `${plain.name}-first`,
	title: `${plain.title}, first execution after a start`,
});

const both = (ratio: number): Wanted => ({ baseline: ratio, current: ratio });
const all: Contender[] = ['node', 'peer', 'peerUnpaged', 'peerInBatches'];
const unpaged: Contender[] = ['node', 'peerUnpaged', 'peerInBatches'];
const withPages: Contender[] = ['node', 'peer'];

/** The cases of an n8n that runs, in the order of the report. */
export const running: Case[] = [
	turns(dates, all, 40, { baseline: 1.25, current: 1.6 }),
	turns(ledgers(40), all, 40, { baseline: 1.25, current: 1.7 }),
	turns(ledgers(400), all, 40, { baseline: 1.4, current: 2 }),
	few(turns(ledgers(2000), unpaged, 40, { baseline: 1.4, current: 2 })),
	few(turns(monthOfLedgers, withPages, 40, { baseline: 1.4, current: 2 })),
	turns(dates, unpaged, 200, both(1)),
	turns(ledgers(40), unpaged, 200, both(1)),
	turns(ledgers(400), unpaged, 200, both(0.7)),
	few(turns(ledgers(2000), unpaged, 200, both(0.9))),
	...[busyLedgers(50), busyLedgers(200), busyLedgers(1000)].map((busy) =>
		paged(turns(busy, withPages, 40)),
	),
	...[feed(10_000, 50), feed(10_000, 200), feed(10_000, 1000)].map((slow) =>
		paged(turns(slow, withPages, 40)),
	),
	few(turns(feed(10_000), ['node', 'peerAtDefaultPage'], 40, { baseline: 8.8, current: 9 })),
	few(turns(feed(100_000), ['node', 'peer', 'bareNode'], 0, both(1.4))),
	first(dates, 40),
	first(ledgers(400), 40),
];

import { createClock, type Clock } from './clock';
import { createCursors, type Cursors } from './cursors';
import { createFaults, type Faults } from '../faults/faults';
import { createDayCache } from '../history/dayCache';
import { ledgerOf } from './ledgers';
import { merchants } from '../history/merchants/merchants';
import type { CompleteOptions } from './options';
import type { RecordedRequest } from './recordedRequest';
import { underSwitches } from './readings';
import { createSwitches, type Switches } from './switches';
import { createTimeline, type Timeline } from '../history/timeline';
import { createTokens, type Tokens } from './tokens';
import type { Ledger, SalesEntry } from '../wire';

/** How many calls are kept, the latest: a sandbox may run for weeks. */
const MOST_REQUESTS = 100_000;

/** What the HTTP routes answer from. */
export interface Backend {
	clientId: string;
	clientSecret: string;
	clock: Clock;
	switches: Switches;
	tokens: Tokens;
	cursors: Cursors;
	faults: Faults;
	requests: RecordedRequest[];
	/** Records a call that was answered. */
	record(request: RecordedRequest): void;
	ledgers: Ledger[];
	ledgerPageSize: number;
	rememberAnswers: boolean;
	/** The sales of a ledger; undefined if these keys may not read it. */
	sales(ledgerId: string): LedgerSales | undefined;
}

/** A ledger's sales up to the sandbox's clock, as they are sent under the current switches. */
export interface LedgerSales {
	length(): number;
	/** Sales from one position to another (not included), oldest first. */
	slice(from: number, to: number): SalesEntry[];
	on(ledgerDate: string): SalesEntry[];
}

/** Everything that the HTTP routes answer from. Nothing is computed before it is asked for. */
export function createBackend(options: CompleteOptions): Backend {
	const clock = createClock(options.now);
	const switches = createSwitches(options.switches);
	const requests: RecordedRequest[] = [];
	const cache = createDayCache();
	const known = merchants(options.ledgerCount, options.busyness);
	const timelines = new Map<string, Timeline>(
		known.map((merchant) => [merchant.ledgerId, createTimeline(merchant, options.seed, cache)]),
	);
	const now = () => clock.now().getTime();
	return {
		clientId: options.clientId,
		clientSecret: options.clientSecret,
		clock,
		switches,
		tokens: createTokens(clock, options.tokenLifeSeconds),
		cursors: createCursors(options.seed),
		faults: createFaults(),
		requests,
		record(request) {
			requests.push(request);
			if (requests.length > MOST_REQUESTS) requests.shift();
			options.onAnswer?.(request);
		},
		ledgers: known.map(ledgerOf),
		ledgerPageSize: options.ledgerPageSize,
		rememberAnswers: options.rememberAnswers,
		sales(ledgerId) {
			const timeline = timelines.get(ledgerId);
			return (
				timeline && {
					length: () => timeline.length(now()),
					slice: (from, to) =>
						timeline.slice(from, to, now()).map((sale) => underSwitches(sale, switches)),
					on: (ledgerDate) =>
						timeline.on(ledgerDate, now()).map((sale) => underSwitches(sale, switches)),
				}
			);
		},
	};
}

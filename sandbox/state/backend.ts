import { createClock, type Clock } from './clock';
import { createCursors, type Cursors } from './cursors';
import { createFaults, type Faults } from '../faults/faults';
import { createBooks } from './ledgerBooks';
import { fixtures } from '../history/fixtures/fixtures';
import { ledgerOf } from './ledgers';
import type { LedgerMoney } from './money';
import { merchants } from '../history/merchants/merchants';
import type { CompleteOptions } from './options';
import type { RecordedRequest } from './recordedRequest';
import type { LedgerSales } from './sales';
import { salesUnitKeys, type SalesUnitKeys } from './salesUnitKeys';
import { createSwitches, type Switches } from './switches';
import { createTokens, type Tokens } from './tokens';
import type { Ledger } from '../wire';

/** How many calls are kept, the latest: a sandbox may run for weeks. */
const MOST_REQUESTS = 100_000;

/** What the HTTP routes answer from. */
export interface Backend {
	clientId: string;
	clientSecret: string;
	salesUnit: SalesUnitKeys;
	clock: Clock;
	switches: Switches;
	tokens: Tokens;
	cursors: Cursors;
	faults: Faults;
	requests: RecordedRequest[];
	/** Records a call that was answered. */
	record(request: RecordedRequest): void;
	ledgers: Ledger[];
	/** Ledgers whose merchant has withdrawn the access. */
	withdrawn: Set<string>;
	ledgerPageSize: number;
	rememberAnswers: boolean;
	/** The sales of a ledger; undefined if these keys may not read it. */
	sales(ledgerId: string): LedgerSales | undefined;
	/** Its funds and fees, likewise. */
	money(ledgerId: string): LedgerMoney | undefined;
}

/** Everything that the HTTP routes answer from. Nothing is computed before it is asked for. */
export function createBackend(options: CompleteOptions): Backend {
	const clock = createClock(options.now);
	const switches = createSwitches(options.switches);
	const requests: RecordedRequest[] = [];
	const sellers = merchants(options.ledgerCount, options.busyness);
	const served = options.fixtures ? fixtures : [];
	const now = () => clock.now().getTime();
	const books = createBooks(sellers, served, { seed: options.seed, switches, now });
	return {
		clientId: options.clientId,
		clientSecret: options.clientSecret,
		salesUnit: salesUnitKeys,
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
		ledgers: [...sellers, ...served.map(({ owner }) => owner)].map(ledgerOf),
		withdrawn: new Set(),
		ledgerPageSize: options.ledgerPageSize,
		rememberAnswers: options.rememberAnswers,
		sales: (ledgerId) => books.get(ledgerId)?.sales,
		money: (ledgerId) => books.get(ledgerId)?.money,
	};
}

import { createBackend } from './state/backend';
import type { Clock } from './state/clock';
import type { Faults } from './faults/faults';
import { withDefaults, type SandboxOptions } from './state/options';
import type { RecordedRequest } from './state/recordedRequest';
import type { SalesUnitKeys } from './state/salesUnitKeys';
import { createServer } from './http/server';
import type { Switches } from './state/switches';
import type { Ledger, ReportEntry, SalesEntry, Topic } from './wire';

export * from './history/knownPlaces';
export type { Clock } from './state/clock';
export { errorShapes, faultTable, type Fault, type FaultKind } from './faults/fault';
export type { SandboxOptions } from './state/options';
export { defaultOptions } from './state/options';
export type { RecordedRequest } from './state/recordedRequest';
export type { SalesUnitKeys } from './state/salesUnitKeys';
export { complaintAbout, switchNames, switchTable } from './state/switches';
export type { SwitchName, Switches } from './state/switches';
export type * from './wire';

/** A running sandbox: a mock of the Vipps API, and its truth to compare with. */
export interface Sandbox {
	/** Its base URL, `http://127.0.0.1:<port>`. */
	url: string;
	clientId: string;
	clientSecret: string;
	/** The keys of one sales unit. */
	salesUnit: SalesUnitKeys;
	/** Change a property and the next answer follows it. */
	switches: Switches;
	/** How it misbehaves: not at all, until told to. */
	faults: Faults;
	clock: Clock;
	/** Every call answered, oldest first. Clear it with `.length = 0`. */
	requests: RecordedRequest[];
	/** Ends every token given out so far: the next call with one of them is a 401. */
	expireTokens(): void;
	/** Every token given out so far, good or not. */
	issuedTokens: string[];
	/** All ledgers, those too whose access is withdrawn. */
	ledgers(): Ledger[];
	/** IDs of ledgers whose merchant has withdrawn the access: the next answer knows nothing of them. */
	withdrawn: Set<string>;
	/**
	 * All sales up to the clock, in feed order, as served under the current switches. Throws for an
	 * unknown ledger.
	 */
	sales(ledgerId: string): SalesEntry[];
	/** The sales of one ledger date (`YYYY-MM-DD`), likewise. */
	salesOfDate(ledgerId: string, ledgerDate: string): SalesEntry[];
	/**
	 * All entries of funds or fees up to the clock, in feed order, as served under the current
	 * switches. Throws for an unknown ledger.
	 */
	movements(ledgerId: string, topic: Topic): ReportEntry[];
	/** Those of one ledger date (`YYYY-MM-DD`), as their balances follow each other. */
	movementsOfDate(ledgerId: string, topic: Topic, ledgerDate: string): ReportEntry[];
	/** Stops listening and cuts open connections. */
	close(): Promise<void>;
}

/**
 * Starts a sandbox on loopback. Rejects when the port is taken (code `EADDRINUSE`) or an option
 * makes no sense.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const complete = withDefaults(options);
	const backend = createBackend(complete);
	const server = createServer(backend);
	const url = await server.listen({ host: '127.0.0.1', port: complete.port });
	const salesOf = (ledgerId: string) => ofLedger(ledgerId, backend.sales(ledgerId));
	const moneyOf = (ledgerId: string) => ofLedger(ledgerId, backend.money(ledgerId));
	return {
		url,
		clientId: backend.clientId,
		clientSecret: backend.clientSecret,
		salesUnit: backend.salesUnit,
		switches: backend.switches,
		faults: backend.faults,
		clock: backend.clock,
		requests: backend.requests,
		expireTokens: () => backend.tokens.expireAll(),
		issuedTokens: backend.tokens.issued,
		ledgers: () => backend.ledgers,
		withdrawn: backend.withdrawn,
		sales: (ledgerId) => salesOf(ledgerId).all(),
		salesOfDate: (ledgerId, ledgerDate) => salesOf(ledgerId).on(ledgerDate),
		movements: (ledgerId, topic) => moneyOf(ledgerId).all(topic),
		movementsOfDate: (ledgerId, topic, ledgerDate) => moneyOf(ledgerId).on(topic, ledgerDate),
		close: () => server.close(),
	};
}

function ofLedger<T>(ledgerId: string, found: T | undefined): T {
	if (found === undefined) throw new RangeError(`The sandbox has no ledger "${ledgerId}"`);
	return found;
}

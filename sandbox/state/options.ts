import type { RecordedRequest } from './recordedRequest';
import type { Switches } from './switches';

/** How a sandbox is started. Everything may be left out. */
export interface SandboxOptions {
	/** 0 is any free port (default). */
	port?: number;
	/** The same seed gives the same history (default 1). */
	seed?: number;
	/**
	 * ISO 8601: a clock that stands at this instant until it is set or advanced. Left out: real
	 * time.
	 */
	now?: string;
	/** Merchants that granted access (default 7). 0: no merchant has. */
	ledgerCount?: number;
	/**
	 * Further ledgers with the funds and fees that are published or were seen in production (default
	 * false).
	 */
	fixtures?: boolean;
	/** Ledgers on one page of the ledger list (default 5). */
	ledgerPageSize?: number;
	/** Life of an access token by the sandbox's clock (default 900). */
	tokenLifeSeconds?: number;
	/** So many times the ordinary number of orders a day, for long feeds in a short time (default 1). */
	busyness?: number;
	/**
	 * Answers a call that it has answered before from memory, while its clock stands
	 * (default false). For measurements: such an answer costs next to nothing. Change no switch meanwhile.
	 */
	rememberAnswers?: boolean;
	clientId?: string;
	clientSecret?: string;
	/** Readings of what the documentation leaves open. */
	switches?: Partial<Switches>;
	/** Told of every call when it is answered. */
	onAnswer?: (request: RecordedRequest) => void;
}

/** Options of which none is missing, but for those that have no default. */
export type CompleteOptions = Required<Omit<SandboxOptions, 'now' | 'onAnswer'>> &
	Pick<SandboxOptions, 'now' | 'onAnswer'>;

/**
 * What holds where an option is left out. The keys stay the same, so that a credential can be used
 * again.
 */
export const defaultOptions = {
	port: 0,
	seed: 1,
	ledgerCount: 7,
	fixtures: false,
	ledgerPageSize: 5,
	tokenLifeSeconds: 900,
	busyness: 1,
	rememberAnswers: false,
	clientId: 'sandbox-accounting-partner',
	clientSecret: 'sandbox-accounting-secret',
	switches: {},
} as const satisfies SandboxOptions;

/**
 * The options with the defaults filled in. Throws a RangeError for a number that makes no sense.
 */
export function withDefaults(options: SandboxOptions): CompleteOptions {
	const given = Object.entries(options).filter(([, value]) => value !== undefined);
	const all: CompleteOptions = { ...defaultOptions, ...Object.fromEntries(given) };
	const least = {
		port: 0,
		seed: -Infinity,
		ledgerCount: 0,
		ledgerPageSize: 1,
		tokenLifeSeconds: 1,
		busyness: 1,
	};
	for (const [name, lowest] of Object.entries(least) as Array<[keyof typeof least, number]>) {
		if (Number.isSafeInteger(all[name]) && all[name] >= lowest) continue;
		const bound = lowest === -Infinity ? '' : `, ${lowest} or more`;
		throw new RangeError(`${name} must be a whole number${bound}`);
	}
	return all;
}

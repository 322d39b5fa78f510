import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	IPollFunctions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Outcome } from './outcome/answer';
import { createHints, type Hints } from './hints';
import { createLanes, DEFAULT_LANES, type Lanes } from './http/limiter';
import { createOutage, type Outage } from './http/outage';

/** What n8n gives a node to work with. */
export type VippsContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The name of the credential type. */
export const CREDENTIAL_TYPE = 'vippsAccountingApi';

/** What is known of the token of a run. */
export interface TokenState {
	/** The call under way that fetches a token, which the other calls wait for. */
	renewal?: Promise<Outcome>;
	/** A new token that was refused all the same, and when, in milliseconds since 1970. */
	refused?: { token: string; at: number };
	/** The tokens that calls were sent with. */
	sent: Set<string>;
}

/** One execution, poll or drop-down of a node: what its calls share. Made once; everything that calls Vipps takes it. */
export interface Run {
	readonly context: VippsContext;
	readonly node: INode;
	/** Ends calls and waits: the user stopped the execution, or its time is over. */
	readonly signal: AbortSignal | undefined;
	readonly lanes: Lanes;
	readonly outage: Outage;
	readonly token: TokenState;
	readonly hints: Hints;
	/** The decrypted credential, read at the first call; a renewed token is put into this very object. */
	credential(): Promise<ICredentialDataDecryptedObject>;
	/** What must never be read in a message, of what the run has used so far. */
	secrets(): string[];
	/** How many milliseconds are left for calls; Infinity where there is no time limit. */
	timeLeft(): number;
	/** Waits, or ends early when the run is ended. */
	pause(milliseconds: number): Promise<void>;
	/** No call starts any more, and the hints are shown. */
	close(): void;
}

/** How a run is limited. */
export interface RunOptions {
	/** How many calls are in flight at most. */
	maxParallel?: number;
	/** After so long, calls and waits under way are ended. */
	timeLimitMs?: number;
	/** Whether what fails for one call after the other is taken to fail for all; see {@link createOutage}. */
	sharesFailures?: boolean;
}

/** Older hosts (before 2.34) sleep through the signal: wait in naps. */
const LONGEST_NAP_MS = 250;

/** Opens a run; whoever opens it closes it. */
export function openRun(
	context: VippsContext,
	{ maxParallel = DEFAULT_LANES, timeLimitMs = Infinity, sharesFailures = true }: RunOptions = {},
): Run {
	const signal = signalOf(context, timeLimitMs);
	const end = Date.now() + timeLimitMs;
	const pause = async (milliseconds: number) => {
		for (let left = milliseconds; left > 0 && !signal?.aborted; left -= LONGEST_NAP_MS) {
			await sleep(Math.min(left, LONGEST_NAP_MS));
		}
	};
	const lanes = createLanes(maxParallel, async (milliseconds) => {
		await pause(milliseconds);
		if (signal?.aborted) throw new Error('The execution was cancelled');
	});
	const hints = createHints();
	const token: TokenState = { sent: new Set() };
	let reading: Promise<ICredentialDataDecryptedObject> | undefined;
	let secret = '';
	const read = async () => {
		const data = {
			...(await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL_TYPE)),
		};
		secret = String(data.clientSecret ?? '').trim();
		return data;
	};
	return {
		context,
		node: context.getNode(),
		signal,
		lanes,
		outage: createOutage(sharesFailures),
		token,
		hints,
		credential: async () => await (reading ??= read()),
		secrets: () => [secret, ...token.sent],
		timeLeft: () => end - Date.now(),
		pause,
		close() {
			lanes.close();
			if ('addExecutionHints' in context) context.addExecutionHints(...hints.take());
		},
	};
}

/** A drop-down and a poll have no signal of their own. */
function signalOf(context: VippsContext, timeLimitMs: number): AbortSignal | undefined {
	const cancel =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	if (!Number.isFinite(timeLimitMs)) return cancel;
	const limit = AbortSignal.timeout(Math.ceil(timeLimitMs));
	return cancel ? AbortSignal.any([cancel, limit]) : limit;
}

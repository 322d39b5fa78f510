import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { createHints, type Hints } from './hints';
import { cancelSignalOf, pause, showHints, type HostContext } from './hostVersions';
import { secretsOf } from './keys/secrets';
import { isAlive } from './keys/token';
import { MAX_CONCURRENCY } from './limiter/concurrency';
import { createLimiter, type Limiter } from './limiter/limiter';
import { createOutage, type Outage } from './outage';
import type { Outcome } from './outcome/answer';
import { unsuitableKeys } from './outcome/unsuitableKeys';

/** The name of the credential type. */
export const CREDENTIAL_TYPE = 'vippsAccountingApi';

/** What is known of the token of a run. */
export interface TokenState {
	/** The pending call that fetches a token; the other calls wait for it. */
	renewal?: Promise<Outcome>;
	/** A new token that was refused, and when, in milliseconds since 1970. */
	refused?: { token: string; at: number };
	/** The tokens that calls were sent with. */
	sent: Set<string>;
}

/** One execution, poll or list of a node: what its calls share. Made once; everything that calls Vipps takes it. */
export interface Run {
	readonly context: HostContext;
	readonly node: INode;
	/** Ends calls and waits: the user cancelled the execution, or its time is over. */
	readonly signal: AbortSignal | undefined;
	readonly limiter: Limiter;
	readonly outage: Outage;
	readonly token: TokenState;
	readonly hints: Hints;
	/**
	 * The decrypted credential, read at the first call. Its token is good, or empty until a call has fetched one.
	 *
	 * @throws NodeOperationError for the keys of a sales unit, if accounting keys are needed
	 */
	credential(): Promise<ICredentialDataDecryptedObject>;
	/** What all input items share, read by the first that asks for it. */
	once<Value>(name: string, read: () => Promise<Value>): Promise<Value>;
	/** Whether the keys are those of a sales unit; false until the credential has been read. */
	hasSalesUnitKeys(): boolean;
	/** What no message may contain: the secrets of the credential and the tokens that the run has used so far. */
	secrets(): string[];
	/** How many milliseconds are left for calls; Infinity without a time limit. */
	timeLeft(): number;
	/** Waits, or ends early when the run is ended. */
	pause(milliseconds: number): Promise<void>;
	/** Ends the run: no further call starts, and the hints are shown. */
	close(): void;
}

/** How a run is limited. */
export interface RunOptions {
	/** How many calls are pending at the same time at most; left out, that follows from how they are answered. */
	maxParallel?: number;
	/** After this time, pending calls and waits are ended. */
	timeLimitMs?: number;
	/** Whether the keys of a sales unit are refused before any call, since they do not open what is read. */
	needsAccountingKeys?: boolean;
	/** Whether calls that fail one after the other let all further calls fail; see {@link createOutage}. */
	sharesFailures?: boolean;
}

/** Opens a run. Whoever opens it closes it. */
export function openRun(context: HostContext, options: RunOptions = {}): Run {
	const { maxParallel = MAX_CONCURRENCY, timeLimitMs = Infinity, sharesFailures = true } = options;
	const node = context.getNode();
	const signal = signalOf(context, timeLimitMs);
	const end = Date.now() + timeLimitMs;
	const limiter = createLimiter(maxParallel, async (milliseconds) => {
		await pause(milliseconds, signal);
		if (signal?.aborted) throw new Error('The execution was cancelled');
	});
	const hints = createHints();
	const token: TokenState = { sent: new Set() };
	let reading: Promise<ICredentialDataDecryptedObject> | undefined;
	let secrets: string[] = [];
	let hasSalesUnitKeys = false;
	const shared = new Map<string, Promise<unknown>>();
	const read = async () => {
		const data = {
			...(await context.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL_TYPE)),
		};
		secrets = secretsOf(data);
		hasSalesUnitKeys = data.keyType === 'salesUnit';
		if (!isAlive(data)) data.accessToken = '';
		return data;
	};
	return {
		context,
		node,
		signal,
		limiter,
		outage: createOutage(sharesFailures),
		token,
		hints,
		async credential() {
			const data = await (reading ??= read());
			if (hasSalesUnitKeys && options.needsAccountingKeys) throw unsuitableKeys(node);
			return data;
		},
		hasSalesUnitKeys: () => hasSalesUnitKeys,
		async once<Value>(name: string, read: () => Promise<Value>) {
			const value = shared.get(name) ?? read();
			shared.set(name, value);
			return await (value as Promise<Value>);
		},
		secrets: () => [...secrets, ...token.sent],
		timeLeft: () => end - Date.now(),
		pause: async (milliseconds) => await pause(milliseconds, signal),
		close() {
			limiter.close();
			showHints(context, hints.take());
		},
	};
}

function signalOf(context: HostContext, timeLimitMs: number): AbortSignal | undefined {
	const cancel = cancelSignalOf(context);
	if (!Number.isFinite(timeLimitMs)) return cancel;
	const limit = AbortSignal.timeout(Math.ceil(timeLimitMs));
	return cancel ? AbortSignal.any([cancel, limit]) : limit;
}

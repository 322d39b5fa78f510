import { cancelSignal, type VippsContext } from './context';

/** By context: the instant at which its calls end, in milliseconds since 1970. */
const ends = new WeakMap<VippsContext, number>();

/**
 * The context for calls that have so much time in all: when it is over, calls and waits under way are ended. A run of its own,
 * as far as lanes and refused credentials go: some hosts poll with one and the same context for ever.
 */
export function withTimeLimit<Context extends VippsContext>(
	context: Context,
	milliseconds: number,
): Context {
	const end = AbortSignal.timeout(Math.ceil(milliseconds));
	const cancel = cancelSignal(context);
	const either = cancel ? AbortSignal.any([cancel, end]) : end;
	const limited = Object.create(context, {
		getExecutionCancelSignal: { value: () => either },
	}) as Context;
	ends.set(limited, Date.now() + milliseconds);
	return limited;
}

/** How many milliseconds are left for the calls of a context: Infinity where it has no time limit. */
export const timeLeft = (context: VippsContext): number =>
	(ends.get(context) ?? Infinity) - Date.now();

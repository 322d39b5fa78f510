import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	NodeExecutionHint,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** What n8n gives a node to work with: in an execution, for a list in the editor, or in a poll. */
export type HostContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** An execution has a signal that the user's cancel aborts; a list and a poll have none. */
export const cancelSignalOf = (context: HostContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** The context with another cancel signal. n8n ends a call by this signal, and has no other limit for the whole of a call. */
export const withCancelSignal = <Context extends HostContext>(
	context: Context,
	signal: AbortSignal,
): Context =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Context;

/** Before 2.34 `sleep` ignores a signal: the wait is divided into naps. */
const LONGEST_NAP_MS = 250;

/** Waits, or ends early when the signal is aborted. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
	for (let left = milliseconds; left > 0 && !signal?.aborted; left -= LONGEST_NAP_MS) {
		await sleep(Math.min(left, LONGEST_NAP_MS));
	}
}

/** Shows hints beside the result. Only an execution can. */
export function showHints(context: HostContext, hints: NodeExecutionHint[]): void {
	if ('addExecutionHints' in context) context.addExecutionHints(...hints);
}

/** Whether a node is the tool of an AI model: n8n adds a second type for that, with this ending. */
export const isTool = (context: Pick<HostContext, 'getNode'>): boolean =>
	context.getNode().type.endsWith('Tool');

/** From 2.36 a poll is cut off after this time; before, the same is assumed. */
const USUAL_POLL_BUDGET_MS = 45_000;
/** From 2.45 on, and from 2.36 if it is switched on, a durable scheduler plans polls. Only those have a budget below a minute. */
const PLANNED_POLL_BUDGET_MS = 60_000;

const givenPollBudget = (context: IPollFunctions): number | undefined =>
	(context as { getPollBudgetMs?: () => number }).getPollBudgetMs?.call(context);

/** How long a poll may take, in milliseconds. */
export function pollBudgetMs(context: IPollFunctions): number {
	const given = givenPollBudget(context) ?? USUAL_POLL_BUDGET_MS;
	return given > 0 ? Math.min(given, USUAL_POLL_BUDGET_MS) : USUAL_POLL_BUDGET_MS;
}

/** What starts a poll on versions with a durable scheduler; undefined on versions without one (before 2.36). */
export function pollStartedBy(context: IPollFunctions): 'scheduler' | 'activation' | undefined {
	const given = givenPollBudget(context);
	if (given === undefined) return undefined;
	return given < PLANNED_POLL_BUDGET_MS ? 'scheduler' : 'activation';
}

/** Whether the state of the poll at activation is dropped unless that poll gives an output (from 2.36). */
export const dropsStateWithoutOutput = (context: IPollFunctions): boolean =>
	'__commitCursor' in context;

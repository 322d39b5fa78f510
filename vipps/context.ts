import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** What a node hands over to call the API from. */
export type VippsContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

const LONGEST_NAP_MS = 250;

/** The signal by which the user ends the run; a drop-down and a poll have none. */
export const cancelSignal = (context: VippsContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** Waits, or ends early when the user ends the run. In naps, since hosts before 2.34 sleep through the signal. */
export async function pause(context: VippsContext, milliseconds: number): Promise<void> {
	const signal = cancelSignal(context);
	for (let left = milliseconds; left > 0 && !signal?.aborted; left -= LONGEST_NAP_MS) {
		await sleep(Math.min(left, LONGEST_NAP_MS));
	}
}

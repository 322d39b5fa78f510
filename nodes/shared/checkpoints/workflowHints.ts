import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { asObject } from '../../../vipps/unknown';

const SCHEDULE_TRIGGER = 'n8n-nodes-base.scheduleTrigger';

const OLD_ORDER =
	'This workflow runs in the old execution order, in which the position may be saved before the work on the sales is done. Choose v1 in the settings of the workflow.';

const COUNTING =
	'This Schedule Trigger counts hours, days, weeks or months. When it fires, some versions of n8n put positions back to where they were when n8n last started, and sales come again. Let it fire every 1 hour, day, week or month, or by a cron expression.';

/** Says what about this workflow makes a saved position worth less. */
export function hintAtWorkflow(context: IExecuteFunctions, hints: Hints): void {
	// Up to v0 the branches take turns, and Save does not wait for the end of the one above.
	if (context.getWorkflowSettings().executionOrder !== 'v1') {
		hints.add('warning', OLD_ORDER);
	}
	if (isStartedByCounting(context)) hints.add('warning', COUNTING);
}

/**
 * A trigger that counts keeps its count in the workflow's static data, as positions are: in a copy from when it was
 * published, which n8n 2.8 writes back whole.
 */
function isStartedByCounting(context: IExecuteFunctions): boolean {
	const options = { includeNodeParameters: true };
	return context
		.getParentNodes(context.getNode().name, options)
		.filter(({ type, disabled }) => type === SCHEDULE_TRIGGER && !disabled)
		.flatMap(({ parameters }) => asObject(parameters?.rule).interval as IDataObject[])
		.some((interval) => counts(asObject(interval)));
}

/** At every 1 hour it does not count, and a smaller unit it never counts. */
function counts(interval: Record<string, unknown>): boolean {
	const { field } = interval;
	const isCounted = ['hours', 'days', 'weeks', 'months'].includes(String(field));
	return isCounted && (interval[`${String(field)}Interval`] ?? 1) !== 1;
}

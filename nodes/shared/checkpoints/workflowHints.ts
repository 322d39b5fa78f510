import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Hints } from '../../../vipps/hints';
import { asObject } from '../../../vipps/unknown';
import type { EntryWords } from './feed';

const SCHEDULE_TRIGGER = 'n8n-nodes-base.scheduleTrigger';

const oldOrder = ({ many }: EntryWords) =>
	`This workflow uses the legacy execution order, so the checkpoint may be saved before your ${many} are processed. Set Execution Order to v1 in the settings of the workflow.`;

const counting = ({ many }: EntryWords) =>
	`This Schedule Trigger counts hours, days, weeks or months. When it fires, some versions of n8n reset checkpoints to those of the last start of n8n, and ${many} are returned again. Let it fire every 1 hour, day, week or month, or use a cron expression.`;

/** Warns of a workflow in which a saved checkpoint may be wrong. */
export function hintAtWorkflow(context: IExecuteFunctions, hints: Hints, words: EntryWords): void {
	// In v0 the branches run alternately, and Save does not wait for the end of the one above.
	if (context.getWorkflowSettings().executionOrder !== 'v1') {
		hints.add('warning', oldOrder(words));
	}
	if (isStartedByCounting(context)) hints.add('warning', counting(words));
}

/**
 * A trigger that counts keeps its count in the workflow's static data, where checkpoints are. n8n 2.8 stores a copy of that data from the
 * time when the workflow was published, and stores it whole.
 */
function isStartedByCounting(context: IExecuteFunctions): boolean {
	const options = { includeNodeParameters: true };
	return context
		.getParentNodes(context.getNode().name, options)
		.filter(({ type, disabled }) => type === SCHEDULE_TRIGGER && !disabled)
		.flatMap(({ parameters }) => asObject(parameters?.rule).interval as IDataObject[])
		.some((interval) => counts(asObject(interval)));
}

/** It does not count every 1 hour, and it never counts a smaller unit. */
function counts(interval: Record<string, unknown>): boolean {
	const { field } = interval;
	const isCounted = ['hours', 'days', 'weeks', 'months'].includes(String(field));
	return isCounted && (interval[`${String(field)}Interval`] ?? 1) !== 1;
}

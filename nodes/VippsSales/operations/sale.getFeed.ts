import type { NodeApiError } from 'n8n-workflow';

import { salesFeed } from '../../../vipps/api/sales';
import { rewordedError } from '../../../vipps/outcome/errors';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import type { Run } from '../../../vipps/run';
import { feedKeys } from '../../shared/checkpoints/feedKeys';
import type { Operation } from '../../shared/operations/operation';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import {
	hintAtLimit,
	pageSizeOption,
	paginationFields,
	readPagination,
} from '../../shared/parameters/pagination';
import { readStart, startFromFields } from '../../shared/parameters/startFrom';

/** The sales of a ledger after a cursor, oldest first. The second output has the cursor to continue after. */
export const saleGetFeed: Operation = {
	resource: 'sale',
	option: {
		name: 'Get From Feed',
		value: 'getFeed',
		action: 'Get sales from feed',
		description:
			'Get what was sold after a cursor, or since the first sale, and the cursor to go on from',
	},
	fields: [
		ledgerField,
		...startFromFields,
		...paginationFields,
		outputField,
		optionsField(maxParallelOption, pageSizeOption),
	],
	outputs: ['Entries', 'Checkpoint'],
	async run(itemIndex, run) {
		const ledgerId = readLedgerId(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const start = readStart(this, run.hints, 'sales', ledgerId, itemIndex);
		const toItemsOf = readOutput(this, itemIndex, run);
		const keys = feedKeys(this, ledgerId, start.cursor);
		const pages = salesFeed(run, ledgerId, { after: start.cursor });
		const taken = await pages.take(wanted, toItemsOf(ledgerId, { keyOf: keys.next }));
		const { items, count, cursor, hasMore, error } = taken;
		if (taken.pages === 0) throw start.isSaved ? ofSavedCheckpoint(run, ledgerId, error) : error;
		keys.keep(cursor);
		hintAtLimit(run.hints, wanted, taken);
		const checkpoint = { ledgerId, cursor: cursor ?? '', count, hasMore };
		return { outputs: [items, [checkpoint]], error };
	},
};

/** Vipps refuses a cursor that was changed, is of another ledger, or is too old. */
function ofSavedCheckpoint(run: Run, ledgerId: string, error: unknown): unknown {
	if (readVippsAnswer(error)?.status !== 400) return error;
	return rewordedError(run, error as NodeApiError, {
		message: `Vipps refused the saved position of ledger ${ledgerId}`,
		advice:
			'Clear it with Feed Position: Clear, in an execution of the published workflow, since n8n keeps nothing of a manual one. The feed then starts at the first sale.',
	});
}

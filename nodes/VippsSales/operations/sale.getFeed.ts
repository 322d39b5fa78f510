import type { NodeApiError } from 'n8n-workflow';

import { gather } from '../../../vipps/paging/take';
import { salesFeed } from '../../../vipps/api/endpoints';
import { rewordedError } from '../../../vipps/outcome/errors';
import { answerOf } from '../../../vipps/outcome/pollHint';
import type { Run } from '../../../vipps/run';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { feedKeys } from '../../shared/checkpoints/feedKeys';
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
import type { Operation } from '../../shared/operations/operation';

/** What was sold on a ledger after a cursor, oldest first; on a second output the cursor to go on from. */
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
	async run(itemIndex, run) {
		const ledgerId = readLedgerId(this, itemIndex);
		const wanted = readPagination(this, itemIndex);
		const start = readStart(this, run.hints, ledgerId, itemIndex);
		const shapeOf = readOutput(this, itemIndex, run);
		const walk = salesFeed(run, ledgerId, start.cursor);
		const keys = feedKeys(this, ledgerId, start.cursor);
		const gathered = await gather(run, walk, wanted, shapeOf(ledgerId, { keyOf: keys.next }));
		const { items, count, cursor, hasMore, pages, failure } = gathered;
		if (pages === 0) throw start.isSaved ? ofSavedPosition(run, ledgerId, failure) : failure;
		keys.keep(cursor ?? '');
		hintAtLimit(run.hints, wanted, gathered);
		const checkpoint = { ledgerId, cursor: cursor ?? '', count, hasMore };
		return { outputs: [items, [checkpoint]], failure };
	},
};

/** Vipps refuses no cursor of its own, but one that has been altered, is of another ledger, or has grown too old. */
function ofSavedPosition(run: Run, ledgerId: string, failure: unknown): unknown {
	if (answerOf(failure)?.status !== 400) return failure;
	return rewordedError(run, failure as NodeApiError, {
		message: `Vipps refused the saved position of ledger ${ledgerId}`,
		advice:
			'Clear it with Feed Position: Clear, in an execution of the published workflow, since n8n keeps nothing of a manual one. The feed then starts at the first sale.',
	});
}

import { operationError } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import { grantedLedgers } from '../ledgers/grantedLedgers';
import { howToGetAccess, NO_ACCESS } from '../ledgers/noAccess';

/** Enough to build a workflow with. */
export const MOST_SAMPLE_LEDGERS = 5;

/** The ledgers that a sample is read of: a few of those that the trigger reads. */
export interface SampleLedgers {
	ledgerIds: string[];
	/** Completes "on …" in messages. */
	inWords: string;
}

/**
 * @throws NodeOperationError in plain words if these keys may read none
 * @throws NodeApiError as the ledger list does
 */
export async function sampleLedgers(run: Run, wanted: string[] | 'all'): Promise<SampleLedgers> {
	const all =
		wanted === 'all' ? (await grantedLedgers(run)).map(({ ledgerId }) => ledgerId) : wanted;
	if (all.length === 0) {
		throw operationError(run.node, NO_ACCESS, { description: howToGetAccess(run) });
	}
	return {
		ledgerIds: all.slice(0, MOST_SAMPLE_LEDGERS),
		inWords:
			all.length > MOST_SAMPLE_LEDGERS ? `the first ${MOST_SAMPLE_LEDGERS} ledgers` : 'the ledgers',
	};
}

/** What a sample says that found nothing. */
export const nothingIsWrong = (entry: string): string =>
	`Nothing is wrong: the trigger starts with the next ${entry}.`;

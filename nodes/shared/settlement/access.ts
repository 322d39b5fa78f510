import { adviceOn, unusableAnswer } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import { grantedLedger } from '../ledgers/grantedLedgers';
import type { LedgerResult } from '../ledgers/readEach';

/**
 * The results of ledgers, with an error for each that gave nothing because these keys may not read it: Vipps may answer with an empty list
 * instead of a 404. The list of ledgers is read only if a ledger gave nothing.
 *
 * @param gave the ledgers that gave something
 */
export async function withAccess<Read extends LedgerResult>(
	run: Run,
	results: Read[],
	gave: (result: Read) => boolean,
): Promise<Array<Read | LedgerResult>> {
	return await Promise.all(
		results.map(async (result) => {
			if (result.error !== undefined || gave(result)) return result;
			const error = await refusalOf(run, result.ledgerId);
			return error ? { ledgerId: result.ledgerId, error } : result;
		}),
	);
}

/** The error of a ledger that these keys may not read, or of the list of ledgers; undefined if they may. Never throws. */
export async function refusalOf(run: Run, ledgerId: string): Promise<unknown> {
	try {
		if (await grantedLedger(run, ledgerId)) return undefined;
		return unusableAnswer(run, `anything of ledger ${ledgerId}`, adviceOn(run, 404) ?? '');
	} catch (error) {
		return error;
	}
}

import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { apiError } from '../../../vipps/outcome/errors';
import { asNodeError } from '../../../vipps/outcome/nodeError';
import { sentences } from '../../../vipps/outcome/wording';
import type { Run } from '../../../vipps/run';
import type { Result } from '../operations/operation';

/** Something that is read of each of several ledgers, and why reading it ended early. */
export interface LedgerResult {
	ledgerId: string;
	error?: unknown;
}

/** Reads each ledger, several at the same time. One that fails does not stop the others. */
export async function readEach<Ledger extends { ledgerId: string }, Read extends LedgerResult>(
	ledgers: Ledger[],
	concurrency: number,
	read: (ledger: Ledger) => Promise<Read>,
): Promise<Array<Read | LedgerResult>> {
	return await mapInOrder(ledgers, concurrency, async (ledger) => {
		try {
			return await read(ledger);
		} catch (error) {
			return { ledgerId: ledger.ledgerId, error };
		}
	});
}

/** The errors of ledgers that failed: one for each of them, and one that names them all. */
export function errorsOf(run: Run, results: LedgerResult[]): Pick<Result, 'error' | 'errors'> {
	const failed = results.filter(({ error }) => error !== undefined);
	const errors = failed.map(({ error }) => error);
	if (failed.length < 2) return { error: errors[0], errors };
	const [first] = errors.map((error) => asNodeError(run.node, error, 'read a ledger'));
	const ids = failed.map(({ ledgerId }) => ledgerId).join(', ');
	const message = `Could not read ${failed.length} of ${results.length} ledgers: ${ids}`;
	const description = sentences([
		first?.message,
		first?.description ?? undefined,
		"To get the results of the other ledgers, set 'On Error' to 'Continue' in the settings of this node.",
	]);
	const error = apiError(run.node, message, description, first?.httpCode ?? undefined);
	return { error, errors };
}

import { collect } from '../../../vipps/paging/take';
import { ledgers } from '../../../vipps/api/endpoints';
import { unusableAnswer } from '../../../vipps/outcome/errors';
import { isSegment } from '../../../vipps/http/path';
import { sketch } from '../../../vipps/outcome/preview';
import type { Run } from '../../../vipps/run';

/**
 * The IDs of all ledgers that these keys may read now.
 *
 * @throws NodeApiError as the ledger list does, and for a ledger that bears no ID
 */
export async function grantedLedgers(run: Run): Promise<string[]> {
	const walk = ledgers(run);
	const { items } = await collect(run, walk, { limit: Infinity });
	const ids = new Set<string>();
	for (const { ledgerId } of items as Array<{ ledgerId: unknown }>) {
		if (typeof ledgerId !== 'string' || !isSegment(ledgerId)) {
			const why = `Vipps sent a ledger whose ledgerId is ${sketch(ledgerId)}.`;
			throw unusableAnswer(run, walk.subject, why);
		}
		ids.add(ledgerId);
	}
	return [...ids];
}

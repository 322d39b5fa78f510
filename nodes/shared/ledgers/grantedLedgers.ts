import { ledgers } from '../../../vipps/api/ledgers';
import { isSegment } from '../../../vipps/http/path';
import { unusableAnswer } from '../../../vipps/outcome/errors';
import { preview } from '../../../vipps/outcome/preview';
import { complete } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';

/**
 * The IDs of all ledgers that these keys may read now.
 *
 * @throws NodeApiError as the ledger list does, and for a ledger without an ID
 */
export async function grantedLedgers(run: Run): Promise<string[]> {
	const pages = ledgers(run);
	const { items } = complete(await pages.take({ limit: Infinity }));
	const ids = new Set<string>();
	for (const { ledgerId } of items as Array<{ ledgerId: unknown }>) {
		if (typeof ledgerId !== 'string' || !isSegment(ledgerId)) {
			const why = `Vipps sent a ledger whose ledgerId is ${preview(ledgerId)}.`;
			throw unusableAnswer(run, pages.subject, why);
		}
		ids.add(ledgerId);
	}
	return [...ids];
}

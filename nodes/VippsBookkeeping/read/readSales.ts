import type { SalesBook } from '../../../accounting/salesBook/salesBook';
import { salesByReference, salesOfDate } from '../../../vipps/api/sales';
import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { mapInOrder } from '../../../vipps/http/mapInOrder';
import { isSegment } from '../../../vipps/http/path';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import { complete } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';

/**
 * Adds the sales of a ledger on some dates up as their pages come. Refunds without VAT are completed by one look-up for each of their orders.
 *
 * @throws NodeApiError as the API does
 */
export async function readSales(
	run: Run,
	ledgerId: string,
	ledgerDates: string[],
	book: Pick<SalesBook<unknown>, 'add' | 'orders' | 'complete'>,
): Promise<void> {
	const { maxConcurrency } = run.limiter;
	await mapInOrder(ledgerDates, maxConcurrency, async (ledgerDate) => {
		const pages = salesOfDate(run, ledgerId, ledgerDate);
		const add = (entries: SalesEntry[]) => {
			book.add(entries, ledgerDate);
			return [];
		};
		complete(await pages.take({ limit: Infinity }, add));
	});
	await mapInOrder(book.orders(), maxConcurrency, async (reference) => {
		book.complete(reference, await readOrder(run, ledgerId, reference));
	});
}

/** All captures and refunds of an order; none if Vipps does not find it. */
async function readOrder(run: Run, ledgerId: string, reference: string): Promise<SalesEntry[]> {
	if (!isSegment(reference)) return [];
	const taken = await salesByReference(run, ledgerId, reference).take({ limit: Infinity });
	const isMissing = taken.pages === 0 && readVippsAnswer(taken.error)?.status === 404;
	return isMissing ? [] : complete(taken).items;
}

import type { IDataObject } from 'n8n-workflow';

import { currencyOf, timeZoneOf } from '../../../accounting/currency';
import { daysAfter, todayIn } from '../../../accounting/ledgerDates';
import { toMajorUnits } from '../../../accounting/money';
import { movementKind, movementOn } from '../../../accounting/settlement/movement';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import type { Run } from '../../../vipps/run';
import { payoutItem } from '../../shared/settlement/payoutItem';
import type { PayoutOutput } from '../../shared/settlement/payoutOutput';
import { RETURN_DAYS, type Payout } from '../../shared/settlement/readPayouts';
import type { FeedEvent } from './event';
import { keyOf, MOST_AT_ONCE, payoutsBetween } from './payoutScheduled';

/** So many days are looked at for a sample. */
const SAMPLE_DAYS = 31;

/** The money of a payout came back. The item is the payout; if it can't be found, there is only its amount. */
export const payoutReturned = (output: PayoutOutput): FeedEvent => ({
	items: 'returned payouts',
	list: 'funds',
	mostAtOnce: MOST_AT_ONCE,
	isEvent: (entry) => movementKind(entry) === 'returned',
	toItems: async (run, ledgerId, entries) =>
		await Promise.all(entries.map(async (entry) => await itemOf(run, ledgerId, entry, output))),
	async latest(run, ledgerId) {
		const today = todayIn(timeZoneOf(undefined));
		const payouts = await payoutsBetween(run, ledgerId, daysAfter(today, -SAMPLE_DAYS), today);
		return await Promise.all(
			payouts
				.filter(({ returned }) => returned)
				.map(async (payout) => await foundItem(run, ledgerId, payout, output)),
		);
	},
});

async function itemOf(
	run: Run,
	ledgerId: string,
	entry: ReportEntry,
	output: PayoutOutput,
): Promise<IDataObject> {
	const date = String(entry.ledgerDate);
	const payouts = await payoutsBetween(run, ledgerId, daysAfter(date, -RETURN_DAYS), date);
	const payout = payouts.find(
		({ returned }) => returned && keyOf('', '', returned.entry) === keyOf('', '', entry),
	);
	if (payout) return await foundItem(run, ledgerId, payout, output);
	return unknownItem(ledgerId, entry, output);
}

async function foundItem(
	run: Run,
	ledgerId: string,
	payout: Payout,
	output: PayoutOutput,
): Promise<IDataObject> {
	const item = await payoutItem(run, ledgerId, payout, output);
	return { ...item, dedupeKey: keyOf(ledgerId, 'returned', payout.returned?.entry) };
}

function unknownItem(ledgerId: string, entry: ReportEntry, output: PayoutOutput): IDataObject {
	const { amount } = movementOn(String(entry.ledgerDate), entry);
	const { decimals } = currencyOf(entry.currency);
	return {
		ledgerId,
		payoutNumber: null,
		ledgerDate: null,
		payout: output === 'raw' ? amount : toMajorUnits(amount, decimals),
		currency: entry.currency ?? null,
		finding: `The payout was not found among those of the ${RETURN_DAYS} days before`,
		status: 'returned',
		returnedDate: entry.ledgerDate ?? null,
		dedupeKey: keyOf(ledgerId, 'returned', entry),
	};
}

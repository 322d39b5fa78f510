import type { IDataObject } from 'n8n-workflow';

import { daysAfter, ledgerDatesBetween } from '../../../accounting/ledgerDates';
import { join } from '../../../accounting/items/dedupeKey';
import { movementKind } from '../../../accounting/settlement/movement';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import { unusableAnswer } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import { fundsReader } from '../../shared/settlement/fundsReader';
import { payoutItem } from '../../shared/settlement/payoutItem';
import type { PayoutOutput } from '../../shared/settlement/payoutOutput';
import { readPayouts, type Payout } from '../../shared/settlement/readPayouts';
import type { FeedEvent } from './event';

/** A poll reads the dates of so many payouts at once: a month of daily ones. */
export const MOST_AT_ONCE = 31;

/** A payout is scheduled. Its transactions are read by date, as the operation that gets payouts does, so that the items are the same. */
export const payoutScheduled = (output: PayoutOutput): FeedEvent => ({
	items: 'payouts',
	list: 'funds',
	mostAtOnce: MOST_AT_ONCE,
	isEvent: (entry) => movementKind(entry) === 'payout',
	async toItems(run, ledgerId, entries) {
		const dates = entries.map(({ ledgerDate }) => String(ledgerDate)).sort();
		const payouts = await payoutsBetween(run, ledgerId, dates[0] ?? '', dates.at(-1) ?? '');
		return await Promise.all(
			entries.map(async (entry) => {
				const payout = payouts.find(({ group }) => isSame(group.payout?.entry, entry));
				if (payout === undefined) throw notOnItsDate(run, ledgerId, entry);
				return await keyedItem(run, ledgerId, payout, output);
			}),
		);
	},
	async latest(run, ledgerId) {
		const reader = fundsReader(run, { ledgerId });
		const tomorrow = daysAfter(reader.today, 1);
		const { reads } = await reader.back(
			tomorrow,
			(all) => all.at(-1)?.groups.some(({ payout }) => payout) ?? false,
		);
		const latest = reads.flatMap(({ groups }) => groups.flatMap(({ payout }) => payout ?? []))[0];
		if (latest === undefined) return [];
		const payouts = await payoutsBetween(run, ledgerId, latest.ledgerDate, latest.ledgerDate);
		return await Promise.all(
			payouts.map(async (payout) => await keyedItem(run, ledgerId, payout, output)),
		);
	},
});

/** The payouts of these ledger dates. */
export const payoutsBetween = async (
	run: Run,
	ledgerId: string,
	from: string,
	to: string,
): Promise<Payout[]> => {
	const options = { keepsEntries: false, includesOpen: false };
	const dates = ledgerDatesBetween(from, to);
	return (await readPayouts(run, { ledgerId }, dates, options)).payouts;
};

async function keyedItem(
	run: Run,
	ledgerId: string,
	payout: Payout,
	output: PayoutOutput,
): Promise<IDataObject> {
	const item = await payoutItem(run, ledgerId, payout, output);
	return { ...item, dedupeKey: keyOf(ledgerId, 'payout', payout.group.payout?.entry) };
}

/** The identity of what happened to a payout. */
export const keyOf = (ledgerId: string, what: string, entry?: ReportEntry): string =>
	join([ledgerId, what, entry?.pspReference, entry?.ledgerDate, entry?.amount]);

const isSame = (one: ReportEntry | undefined, other: ReportEntry): boolean =>
	one !== undefined && keyOf('', '', one) === keyOf('', '', other) && one.time === other.time;

const notOnItsDate = (run: Run, ledgerId: string, { pspReference, ledgerDate }: ReportEntry) =>
	unusableAnswer(
		run,
		`payout ${String(pspReference)} of ledger ${ledgerId}`,
		`Vipps has it in the feed, but not among the transactions of ${String(ledgerDate)}.`,
	);

import { timeZoneOf } from '../../accounting/currency';
import { join } from '../../accounting/items/dedupeKey';
import { daysAfter, todayIn, toLedgerDate } from '../../accounting/ledgerDates';
import { dateOfTime } from '../../accounting/saleDate';
import { movementOn } from '../../accounting/settlement/movement';
import { groupsOf, type PayoutGroup } from '../../accounting/settlement/payouts';
import { toStatement } from '../../accounting/settlement/statement';
import { reportFeed } from '../../vipps/api/report';
import type { Run } from '../../vipps/run';
import { asObject, text } from '../../vipps/unknown';
import type { LedgerSource, PageRead } from '../shared/polling/source';
import { refusalOf } from '../shared/settlement/access';
import { fundsReader } from '../shared/settlement/fundsReader';
import { readDate } from '../shared/settlement/readDate';
import { readGroups, type GroupsOfDate } from '../shared/settlement/readGroups';
import { sample } from './sample';

/** How far the dates of a ledger are final. */
export interface DateCheckpoint {
	/** The first date that is not known to be final, `YYYY-MM-DD`; undefined: that of the ledger's first transaction. */
	date?: string;
	/** The closing balance of the date before, in minor units; null if it is not known. */
	balance: number | null;
	/** Of the ledger, if it is known. */
	currency?: string;
}

const ITEMS = 'final dates';

/**
 * The dates of a ledger that have become final, each with its statement. A date that stays open costs one call a poll, however long it does. The
 * days of Norway are as good as those of any market here: they only decide from when on a date is asked for.
 */
export const dateSource: LedgerSource<DateCheckpoint> = {
	items: ITEMS,
	feed: 'dates',
	readCheckpoint(kept) {
		const { date, balance, currency } = asObject(kept);
		return {
			date: toLedgerDate(date),
			balance: Number.isSafeInteger(balance) ? Number(balance) : null,
			currency: text(currency),
		};
	},
	begin(beginning) {
		if (beginning.kind === 'beginning') return { balance: null };
		const date = beginning.kind === 'date' ? beginning.date : dateOfTime(beginning.now, undefined);
		return { date: date ?? undefined, balance: null };
	},
	next,
	sample: async (run, ledgerIds) =>
		await sample(run, ledgerIds, ITEMS, async (ledgerId) => await latest(run, ledgerId)),
};

async function* next(
	run: Run,
	ledgerId: string,
	start: DateCheckpoint,
): AsyncGenerator<PageRead<DateCheckpoint>, void, undefined> {
	const today = todayIn(timeZoneOf(undefined));
	let checkpoint = start;
	for (;;) {
		const date = checkpoint.date ?? (await firstDate(run, ledgerId));
		const groups =
			date !== undefined && date < today && (await finalGroups(run, ledgerId, date, today));
		if (!groups) {
			yield { items: [], checkpoint: { ...checkpoint, date }, isLast: true };
			return;
		}
		const { item, behind } = statementOf(ledgerId, date, groups, checkpoint);
		checkpoint = behind;
		yield { items: [item], checkpoint, isLast: false };
	}
}

/**
 * The movements of a date that is final, grouped; undefined if it isn't, which one call tells however many there are. An empty one may be that
 * of a ledger that these keys may not read any more.
 *
 * @throws NodeApiError as the API does, or if access is withdrawn
 */
async function finalGroups(
	run: Run,
	ledgerId: string,
	ledgerDate: string,
	today: string,
): Promise<PayoutGroup[] | undefined> {
	const wanted = { ledgerId, list: 'funds', ledgerDate, today, mayBeMissing: true } as const;
	const page = await readDate(run, wanted, (entries) => entries, 1);
	if (!page.isFinal) return undefined;
	if (page.hasMore) return (await readGroups(run, wanted)).groups;
	const refusal = page.count === 0 ? await refusalOf(run, ledgerId) : undefined;
	if (refusal !== undefined) throw refusal;
	return groupsOf(page.items.map((entry) => movementOn(ledgerDate, entry)));
}

/** The date of the first transaction; undefined if there has been none. */
async function firstDate(run: Run, ledgerId: string): Promise<string | undefined> {
	for await (const { items } of reportFeed(run, ledgerId, 'funds')) {
		const [first] = items;
		if (first) return toLedgerDate(first.ledgerDate);
	}
	return undefined;
}

function statementOf(
	ledgerId: string,
	ledgerDate: string,
	groups: PayoutGroup[],
	{ balance, currency: known }: DateCheckpoint,
) {
	const currency = groups[0]?.currency ?? known;
	const { row, closing } = toStatement(groups, {
		...{ ledgerId, ledgerDate, currency: currency ?? null, before: balance, isFinal: true },
	});
	return {
		item: { ...row, dedupeKey: join([ledgerId, 'date', ledgerDate]) },
		behind: { date: daysAfter(ledgerDate, 1), balance: closing, currency },
	};
}

/** The latest date of a ledger that is final and has transactions. */
async function latest(run: Run, ledgerId: string) {
	const reader = fundsReader(run, { ledgerId });
	const isWanted = (date?: GroupsOfDate) => !!date && date.isFinal && date.groups.length > 0;
	const { reads } = await reader.back(reader.today, (all) => isWanted(all.at(-1)));
	const [found] = reads;
	if (!found || !isWanted(found)) return [];
	return [statementOf(ledgerId, found.ledgerDate, found.groups, { balance: null }).item];
}

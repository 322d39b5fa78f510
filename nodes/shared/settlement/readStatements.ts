import type { IDataObject } from 'n8n-workflow';

import { daysAfter, ledgerDatesBetween } from '../../../accounting/ledgerDates';
import { toStatement } from '../../../accounting/settlement/statement';
import type { Run } from '../../../vipps/run';
import { grantedLedger } from '../ledgers/grantedLedgers';
import type { WantedLedger } from '../parameters/ledgers';
import { fundsReader } from './fundsReader';
import type { LedgerReader } from './ledgerReader';
import type { GroupsOfDate } from './readGroups';

/** The statements of one ledger. */
export interface Statements {
	/** One for each date. */
	items: IDataObject[];
	/** How many of the dates have movements. */
	count: number;
}

/**
 * The statements of a ledger on consecutive dates. Each opens with what the date before closed with. The first opens with the balance before
 * the first movement; if there is none, dates before and behind are looked at.
 *
 * @param ledgerDates at least one
 */
export async function readStatements(
	run: Run,
	ledger: WantedLedger,
	ledgerDates: string[],
): Promise<Statements> {
	const { ledgerId } = ledger;
	const reader = fundsReader(run, ledger);
	const reads = await reader.dates(ledgerDates);
	const first = reads.flatMap(({ groups }) => groups)[0];
	let before = first ? first.opening : await balanceAround(reader, ledgerDates);
	if (before === null) run.hints.count('info', ledgerId, noBalance);
	const currency = first?.currency ?? (await grantedLedger(run, ledgerId))?.currency ?? null;
	const items = reads.map(({ groups, isFinal }, index) => {
		const ledgerDate = ledgerDates[index] ?? '';
		const { row, closing } = toStatement(groups, {
			...{ ledgerId, ledgerDate, currency, before, isFinal },
		});
		before = closing;
		return row;
	});
	return { items, count: reads.filter(({ groups }) => groups.length > 0).length };
}

/** The balance that nothing changes on these dates, in minor units; null if there is no movement around them. */
async function balanceAround(
	reader: LedgerReader<GroupsOfDate>,
	ledgerDates: string[],
): Promise<number | null> {
	const [from = '', to = ''] = [ledgerDates[0], ledgerDates.at(-1)];
	const { reads } = await reader.back(from, (all) => (all.at(-1)?.groups.length ?? 0) > 0);
	const last = reads[0]?.groups.at(-1);
	if (last) return last.closing;
	for (const date of ledgerDatesBetween(daysAfter(to, 1), reader.today)) {
		const [read] = await reader.dates([date]);
		const [next] = read?.groups ?? [];
		if (next) return next.opening;
	}
	return null;
}

const noBalance = (ledgers: string, count: number) =>
	`${count === 1 ? `Ledger ${ledgers} has` : `${count} ledgers (${ledgers}) have`} no transactions around these dates, so the balance is not known.`;

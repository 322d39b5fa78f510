import { readMovement, type Movement } from '../../../../accounting/settlement/movement';
import { groupPayouts, type PayoutGroup } from '../../../../accounting/settlement/payouts';
import type { ReportEntry } from '../../../../vipps/api/reportEntry';

/** An entry before its balances are known. */
export type Draft = Pick<ReportEntry, 'entryType' | 'amount'> & Partial<ReportEntry>;

/** Entries of one ledger whose balances follow from their amounts. */
export function chained(drafts: Draft[], opening = 0): ReportEntry[] {
	let balance = opening;
	return drafts.map((draft) => {
		const balanceBefore = balance;
		balance += draft.amount ?? 0;
		return {
			currency: 'NOK',
			ledgerDate: '2026-06-14',
			balanceBefore,
			balanceAfter: balance,
			...draft,
		};
	});
}

export const movementsOf = (entries: ReportEntry[]): Movement[] => entries.map(readMovement);

/** Published or seen in production, in øre. Source: Report API guide, and two exports. */
export const published = {
	documentedDay: chained([
		{ entryType: 'capture', amount: 10000, ledgerDate: '2022-10-01' },
		{ entryType: 'capture', amount: 10000, ledgerDate: '2022-10-01' },
		{ entryType: 'capture', amount: 20000, ledgerDate: '2022-10-01' },
		{ entryType: 'refund', amount: -10000, ledgerDate: '2022-10-01' },
		{ entryType: 'fees-retained', amount: -1200, ledgerDate: '2022-10-01' },
		{
			entryType: 'payout-scheduled',
			amount: -28800,
			ledgerDate: '2022-10-01',
			pspReference: '12345-2000023',
			reference: 'Vipps utbet. 2000023 Vippsnr 57860',
		},
	]),
	productionDay: chained([
		{
			entryType: 'capture',
			amount: 270000,
			ledgerDate: '2026-03-23',
			recipientHandle: 'NO:548005',
		},
		{
			entryType: 'fees-retained',
			amount: -4725,
			ledgerDate: '2026-03-23',
			pspReference: '460017-20260323',
			reference: '',
		},
		{
			entryType: 'payout-scheduled',
			amount: -265275,
			ledgerDate: '2026-03-23',
			pspReference: '460017-2000167',
			reference: 'Utb. 2000167 Vippsnr 548005',
		},
	]),
	/** Two dates, of which the first ends below zero. */
	recovery: chained([
		{ entryType: 'capture', amount: 50000, ledgerDate: '2026-09-01' },
		{
			entryType: 'payout-scheduled',
			amount: -50000,
			ledgerDate: '2026-09-01',
			pspReference: '1-2000101',
		},
		{ entryType: 'refund', amount: -30000, ledgerDate: '2026-09-02' },
		{ entryType: 'capture', amount: 80000, ledgerDate: '2026-09-03' },
		{ entryType: 'fees-retained', amount: -1400, ledgerDate: '2026-09-03' },
		{
			entryType: 'payout-scheduled',
			amount: -48600,
			ledgerDate: '2026-09-03',
			pspReference: '1-2000102',
		},
	]),
};

/** The payouts that these entries give, with what no payout has covered yet at the end. */
export function grouped(entries: ReportEntry[], before: number | null = 0): PayoutGroup[] {
	const grouping = groupPayouts({ before, keepsEntries: true });
	const groups = movementsOf(entries).flatMap((movement) => grouping.add(movement) ?? []);
	return [...groups, ...[grouping.rest() ?? []].flat()];
}

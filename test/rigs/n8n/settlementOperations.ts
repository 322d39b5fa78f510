import { ledger, type Operation } from './operations';
import { SETTLEMENT_TYPE } from './setup/package.cts';

/**
 * Payouts, fees and statements of a ledger, one call at a time.
 *
 * @param ledgerId one that no other operation reads, if their calls are to be told apart
 */
export function settlementOperationsOn(ledgerId: string): Operation[] {
	const operation = (resource: string, name: string, period: object) => ({
		type: SETTLEMENT_TYPE,
		parameters: {
			...{ resource, operation: name, ledgerId: ledger(ledgerId), returnAll: true, ...period },
			options: { maxParallel: 1 },
		},
	});
	const date = (day: string) => ({ period: 'date', date: day });
	const april = { period: 'dateRange', fromDate: '2026-04-15', toDate: '2026-04-16' };
	return [
		{
			name: 'Payout: Get Many',
			...operation('payout', 'getAll', date('2026-06-02')),
			path: `/${ledgerId}/funds/dates/2026-06-`,
			// The date before, and a week in which the payout may come back.
			calls: 9,
		},
		{
			name: 'Fee: Get by Date',
			...operation('fee', 'getByDate', date('2026-06-02')),
			path: `/${ledgerId}/fees/`,
			calls: 1,
		},
		{
			name: 'Statement: Get by Date',
			...operation('statement', 'getByDate', april),
			path: `/${ledgerId}/funds/dates/2026-04-`,
			calls: 2,
		},
	];
}

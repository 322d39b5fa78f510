import type { INodeParameters } from 'n8n-workflow';

import { ledger, type Rig } from '../../rigs/engine/rig';
import type { Example } from './example';
import { runOf } from './runOf';

/** Paid out once a week. */
const WEEKLY = ledger('302334');
/** Below zero for some days. */
const BELOW_ZERO = ledger('0451893');

const TWO_WEEKS = { period: 'dateRange', fromDate: '2026-06-01', toDate: '2026-06-14' };
const SUNDAY = { period: 'date', date: '2026-06-14' };

/** Examples of payouts, transactions, fees and statements, by part of the document. */
export async function settlementExamples(
	rig: Rig,
): Promise<Array<[part: string, example: Example]>> {
	const itemsOf = async (parameters: INodeParameters) =>
		await runOf(rig, parameters, 'vippsSettlement');
	const example = async (
		part: string,
		parameters: INodeParameters,
		most?: number,
	): Promise<[string, Example]> => {
		const [items = []] = await itemsOf(parameters);
		return [`settlement-${part}`, { parameters, outputs: [{ items, most }] }];
	};
	const feedExample = async (
		resource: string,
		output: string,
		ledgerId: INodeParameters[string],
	): Promise<[string, Example]> => {
		const parameters = { resource, operation: 'getFeed', ledgerId, returnAll: true };
		const [items = [], checkpoint = []] = await itemsOf(parameters);
		const outputs = [
			{ output, items },
			{ output: 'Checkpoint', items: checkpoint },
		];
		return [`settlement-${resource}-get-from-feed`, { parameters, outputs }];
	};
	const byDate = { operation: 'getByDate', returnAll: true };
	const payouts = {
		...{ resource: 'payout', operation: 'getAll', ledgerId: WEEKLY },
		...{ ...TWO_WEEKS, returnAll: true },
	};
	return [
		await example('payout-get-many', payouts),
		await example('payout-raw', { ...payouts, output: 'raw' }),
		await example('transaction-get-by-date', {
			...{ resource: 'transaction', ...byDate, ledgerId: BELOW_ZERO, ...SUNDAY },
		}),
		await feedExample('transaction', 'Transactions', WEEKLY),
		await example('fee-get-by-date', {
			...{ resource: 'fee', ...byDate, ledgerId: BELOW_ZERO, ...SUNDAY },
		}),
		await feedExample('fee', 'Fees', WEEKLY),
		await example('entries', {
			...{ resource: 'transaction', ...byDate, ledgerId: WEEKLY, ...SUNDAY, output: 'entries' },
		}),
		await example(
			'statement-get-by-date',
			{
				...{ resource: 'statement', operation: 'getByDate', ledgerId: BELOW_ZERO },
				...{ period: 'dateRange', fromDate: '2026-06-08', toDate: '2026-06-11' },
			},
			2,
		),
	];
}

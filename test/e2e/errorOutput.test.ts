import { itemsOf } from '../../host/drive/execution.cts';
import { execute, importWorkflows, type Execution } from '../../host/drive/n8n.cts';
import { ledger } from '../rigs/n8n/operations';
import { SETTLEMENT_TYPE } from '../rigs/n8n/setup/package.cts';
import { setUp, type RealN8n } from '../rigs/n8n/setup/realN8n.cts';
import { bringItems, sideBySide, type SalesNode } from '../rigs/n8n/workflows.cts';
import { manualTrigger } from '../rigs/workflowJson.cts';

jest.setTimeout(45 * 60_000);

const KNOWN = '302321';
const OTHER = '451207';
const UNKNOWN = 'not-mine';
const description = /^Vipps answered 404: .* Unknown ledger, or no access/;
const error = `Could not get the sales of ledger ${UNKNOWN} on 2026-05-16`;

/** A ledger that fails between two that do not, on the same date. */
const settlement = (resource: string, operation: string): SalesNode => ({
	type: SETTLEMENT_TYPE,
	parameters: {
		...{ resource, operation, returnAll: true, period: 'date', date: '2026-06-02' },
		...{ ledgers: 'selected', ledgerIds: [KNOWN, UNKNOWN, OTHER] },
	},
	onError: 'continueErrorOutput',
});

const noTransactions = `Could not get the transactions of ledger ${UNKNOWN} on 2026-06-02`;

describe('items of which one fails in a real n8n', () => {
	let n8n: RealN8n;
	let run: Execution;

	beforeAll(async () => {
		n8n = await setUp();
		const items = [
			{ customer: 'ACME', ledger: UNKNOWN },
			{ customer: 'Fjord', ledger: KNOWN },
		];
		const parameters = {
			resource: 'sale',
			operation: 'getByDate',
			output: 'entries',
			ledgerId: ledger('={{ $json.ledger }}'),
			period: 'date',
			date: '2026-05-16',
			limit: 2,
		};
		await importWorkflows(n8n.environment, [
			sideBySide(
				'failing',
				{
					'With error output': { parameters, onError: 'continueErrorOutput' },
					Continuing: { parameters, onError: 'continueRegularOutput' },
					Fees: settlement('fee', 'getByDate'),
					Statements: settlement('statement', 'getByDate'),
					Payouts: settlement('payout', 'getAll'),
				},
				[manualTrigger, ...bringItems(items)],
			),
		]);
		run = await execute(n8n.environment, 'failing');
	});
	afterAll(async () => await n8n.close());

	it('leave by the output that the user chose for them, the others by the first', () => {
		const sales = n8n.sandbox
			.salesOfDate(KNOWN, '2026-05-16')
			.slice(0, 2)
			.map((entry) => ({ ledgerId: KNOWN, ledgerDate: '2026-05-16', ...entry }));
		const outputs = (node: string) =>
			[0, 1].map((output) => itemsOf(run, node, output).map(({ json }) => json));

		expect(run.status).toBe('success');
		expect(outputs('With error output')).toEqual([sales, [{ error }]]);
		const item = { error, description: expect.stringMatching(description), httpCode: '404' };
		expect(outputs('Continuing')).toEqual([[item, ...sales], []]);
	});

	it('say which item of the input they were, and why', () => {
		// n8n lays an error over its input item, and then leaves nothing of that where the error is more than a message.
		expect(itemsOf(run, 'With error output', 1)).toEqual([
			{
				json: { error },
				error: expect.objectContaining({
					message: error,
					description: expect.stringMatching(description),
					httpCode: '404',
				}),
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([
		{ node: 'Fees', failed: `Could not get the fees of ledger ${UNKNOWN} on 2026-06-02` },
		{ node: 'Statements', failed: noTransactions },
		{ node: 'Payouts', failed: noTransactions },
	])('are one error for the ledger that fails, beside the $node of the others', (given) => {
		const { node, failed } = given;
		const ids = itemsOf(run, node).map(({ json }) => json.ledgerId);
		const fees = [KNOWN, OTHER].flatMap((ledgerId) =>
			n8n.sandbox.movementsOfDate(ledgerId, 'fees', '2026-06-02').map(() => ledgerId),
		);
		const once = node === 'Fees' ? fees : [KNOWN, OTHER];
		// For each of the two items that the node was given.
		expect(ids).toEqual([...once, ...once]);
		expect(itemsOf(run, node, 1)).toEqual(
			[0, 1].map((item) => ({
				json: { error: failed },
				error: expect.objectContaining({ message: failed, httpCode: '404' }),
				pairedItem: { item },
			})),
		);
	});
});

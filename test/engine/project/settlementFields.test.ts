import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runOf } from '../../generate/examples/runOf';
import { complaints } from '../../generate/fieldTable';
import type { Field } from '../../generate/fields/field';
import {
	isDescribedElsewhere,
	payoutFields,
	statementFields,
	transactionEntryFields,
	transactionRowFields,
} from '../../generate/fields/settlement';
import { ledger, setUp, type Rig } from '../../rigs/engine/rig';

const dates = { period: 'dateRange', fromDate: '2026-05-25', toDate: '2026-06-14' };

describe('docs/operations.md describes each field, and no other, of', () => {
	let rig: Rig;
	beforeAll(async () => {
		rig = await setUp();
		// Without handles, a bank text can't be built.
		rig.sandbox.switches.missingHandle = 'null';
	});
	afterAll(async () => await rig.close());

	/** The items of ledgers of all three countries. */
	const itemsOf = async (parameters: INodeParameters) => {
		const items: IDataObject[] = [];
		for (const ledgerId of ['302334', '0451893', '602118'].map(ledger)) {
			const [read = []] = await runOf(rig, { ledgerId, ...parameters }, 'vippsSettlement');
			items.push(...read);
		}
		expect(items.length).toBeGreaterThan(20);
		return items;
	};
	const complaintsAbout = (items: IDataObject[], fields: Field[]) =>
		complaints(items, fields).filter((complaint) => !isDescribedElsewhere(complaint));
	const customerData = { includeCustomerData: true };

	it('payouts', async () => {
		const payouts = { resource: 'payout', operation: 'getAll', ...dates, returnAll: true };
		const all = { includeTransactions: true, includeOpen: true };
		const rows = await itemsOf({ ...payouts, output: 'rows' });
		const raw = await itemsOf({ ...payouts, output: 'raw', options: all });
		expect(complaintsAbout([...rows, ...raw], payoutFields)).toEqual([]);
		const inside = (list: string) => raw.flatMap((item) => item[list] as IDataObject[]);
		const entries = [...inside('transactions'), ...inside('feeEntries')];
		const missing = complaints(entries, transactionEntryFields);
		expect(missing.filter((complaint) => !complaint.startsWith('no item has'))).toEqual([]);
	});

	it('statements', async () => {
		const statements = { resource: 'statement', operation: 'getByDate', ...dates };
		expect(complaints(await itemsOf(statements), statementFields)).toEqual([]);
	});

	it.each([
		['rows', transactionRowFields],
		['entries', transactionEntryFields],
	])('transactions and fees, in the output %s', async (output, fields) => {
		const items: IDataObject[] = [];
		for (const resource of ['transaction', 'fee']) {
			const all = { resource, output, returnAll: true, options: customerData };
			items.push(...(await itemsOf({ ...all, operation: 'getByDate', ...dates })));
			items.push(...(await itemsOf({ ...all, operation: 'getFeed' })));
		}
		expect(complaints(items, fields)).toEqual([]);
	});
});

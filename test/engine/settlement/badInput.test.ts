import type { INodeParameters } from 'n8n-workflow';

import { ledger } from '../../rigs/engine/rig';
import { useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();
const ledgerId = ledger('302321');
const payouts = { resource: 'payout', operation: 'getAll', ledgerId };
const byDate = { resource: 'transaction', operation: 'getByDate', ledgerId };
const fees = { resource: 'fee', operation: 'getByDate', ledgerId };
const feed = { resource: 'transaction', operation: 'getFeed', ledgerId };
const statements = { resource: 'statement', operation: 'getByDate', ledgerId };
const checkpoint = { resource: 'checkpoint', operation: 'get', ledgerId };
const TEXT = '={{ "yes" }}';

describe('bad input is refused before any call, naming the parameter', () => {
	it.each<{ name: string; parameters: INodeParameters; message: string }>([
		{
			name: 'a text for Include Transactions',
			parameters: { ...payouts, options: { includeTransactions: TEXT } },
			message: "'Include Transactions' must be true or false",
		},
		{
			name: 'a text for Include Open',
			parameters: { ...payouts, options: { includeOpen: TEXT } },
			message: "'Include Open' must be true or false",
		},
		{
			name: 'a text for Include Customer Data by date',
			parameters: { ...byDate, options: { includeCustomerData: TEXT } },
			message: "'Include Customer Data' must be true or false",
		},
		{
			name: 'a text for Include Customer Data in a feed',
			parameters: { ...feed, options: { includeCustomerData: TEXT } },
			message: "'Include Customer Data' must be true or false",
		},
		{
			name: 'a text for Return All',
			parameters: { ...fees, returnAll: TEXT },
			message: "'Return All' must be true or false",
		},
		{
			name: 'an output of payouts that does not exist',
			parameters: { ...payouts, output: '={{ "entries" }}' },
			message: "'Output' must be rows or raw",
		},
		{
			name: 'an output of transactions that does not exist',
			parameters: { ...byDate, output: '={{ "lines" }}' },
			message: "'Output' must be rows or entries",
		},
		{
			name: 'an output of a feed that does not exist',
			parameters: { ...feed, output: '={{ "raw" }}' },
			message: "'Output' must be rows or entries",
		},
		{
			name: 'a choice for dates that are not final that does not exist',
			parameters: { ...byDate, ifNotFinal: '={{ "wait" }}' },
			message: "'If Not Final' must be return, skip or error",
		},
		{
			name: 'a period that does not exist',
			parameters: { ...payouts, period: '={{ "lastYear" }}' },
			message: "'Period' must be yesterday, today, ",
		},
		{
			name: 'a date of statements that is none',
			parameters: { ...statements, period: 'date', date: '2026-02-30' },
			message: "'Date' must be a date such as 2026-05-16",
		},
		{
			name: 'a time zone of payouts that does not exist',
			parameters: { ...payouts, options: { timeZone: 'Oslo' } },
			message: "'Time Zone' must be a time zone such as Europe/Helsinki",
		},
		{
			name: 'a limit of payouts that is no whole number',
			parameters: { ...payouts, limit: 1.5 },
			message: "'Limit' must be a whole number from 1",
		},
		{
			name: 'a start of a feed that does not exist',
			parameters: { ...feed, startFrom: '={{ "now" }}' },
			message: "'Start From' must be cursor or savedCheckpoint",
		},
		{
			name: 'a cursor that is no text',
			parameters: { ...feed, cursor: '={{ 7 }}' },
			message: "'Cursor' must be the text",
		},
		{
			name: 'a feed of checkpoints that does not exist',
			parameters: { ...checkpoint, feed: '={{ "sales" }}' },
			message: "'Feed' must be funds or fees",
		},
		{
			name: 'an operation of another node',
			parameters: { resource: 'sale', operation: 'getByDate', ledgerId },
			message: "'Resource' must be payout, transaction, fee, statement or checkpoint",
		},
		{
			name: 'a ledger that is no path',
			parameters: { ...payouts, ledgerId: ledger('..') },
			message: "'Ledger' must be an ID that fits",
		},
	])('$name', async ({ parameters, message }) => {
		const { error, items } = await held.run(parameters);
		expect(error?.message).toContain(message);
		expect(items).toEqual([]);
		expect(held.sandbox.requests).toEqual([]);
	});
});

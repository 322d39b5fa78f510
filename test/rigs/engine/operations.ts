import type { INodeParameters } from 'n8n-workflow';

import { BUSY_DATE, type Sandbox } from '../../../sandbox/index';
import { ledger } from './rig';

/** The ledger that the operations below read, but for the date. */
export const ID = '602118';

/** A ledger whose feed and whose busy date have several pages. */
export const LONG = BUSY_DATE.ledgerId;

const sale = { resource: 'sale', ledgerId: ledger(ID) };

const refundOf = (sandbox: Sandbox) =>
	sandbox.sales(ID).find((entry) => entry.pspReference && entry.entryType === 'refund');

/** All of a feed of several pages. */
export const longFeed = {
	...sale,
	operation: 'getFeed',
	output: 'entries',
	ledgerId: ledger(LONG),
	returnAll: true,
};

/** All of a date of several pages. */
export const longDate = {
	...sale,
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger(LONG),
	period: 'date',
	date: BUSY_DATE.ledgerDate,
	returnAll: true,
};

/** Each operation, with parameters that bring something. */
export const operations: Array<[string, (sandbox: Sandbox) => INodeParameters]> = [
	['Ledger: Get Many', () => ({ resource: 'ledger', operation: 'getAll', returnAll: true })],
	['Get From Feed', () => ({ ...sale, operation: 'getFeed', output: 'entries', returnAll: true })],
	['Get by Date', () => longDate],
	[
		'Get by Reference',
		(sandbox) => ({
			...sale,
			operation: 'getByReference',
			output: 'entries',
			reference: refundOf(sandbox)?.reference ?? '',
		}),
	],
	[
		'Get by PSP Reference',
		(sandbox) => ({
			...sale,
			operation: 'getByPspReference',
			output: 'entries',
			pspReference: refundOf(sandbox)?.pspReference ?? '',
		}),
	],
];

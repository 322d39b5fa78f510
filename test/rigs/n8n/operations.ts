import { BUSY_DATE, type Fault, type Sandbox } from '../../../sandbox/index';
import type { SalesNode } from './workflows.cts';

/** An operation, so set that its calls can be told from all others by their path. */
export interface Operation {
	name: string;
	/** Vipps Sales where it is left out. */
	type?: string;
	parameters: object;
	/** A part of the path of its calls, and of no other operation's. */
	path: string;
	/** How many calls it takes when all goes well. */
	calls: number;
}

/** A ledger given by its ID. */
export const ledger = (value: string) => ({ __rl: true, mode: 'id', value });

/** A first page and two more. */
const threePages = { limit: 30, options: { pageSize: 10 } };

/** Every operation of Vipps Sales, each on a ledger of its own. */
export function operationsOn(sandbox: Sandbox): Operation[] {
	const refund = (ledgerId: string) =>
		sandbox.sales(ledgerId).find((entry) => entry.pspReference && entry.entryType === 'refund');
	const sale = (operation: string, ledgerId: string, more: object) => ({
		...{ resource: 'sale', operation, ledgerId: ledger(ledgerId), output: 'entries' },
		...more,
	});
	const { ledgerId, ledgerDate: date } = BUSY_DATE;
	return [
		{
			name: 'Ledger: Get Many',
			parameters: { resource: 'ledger', operation: 'getAll', returnAll: true },
			path: '/settlement/v1/ledgers',
			calls: 2,
		},
		{
			name: 'Get From Feed',
			parameters: sale('getFeed', '310488', threePages),
			path: '/ledgers/310488',
			calls: 3,
		},
		{
			name: 'Get by Date',
			parameters: sale('getByDate', ledgerId, { period: 'date', date, ...threePages }),
			path: `/v1/ledgers/${ledgerId}/dates/`,
			calls: 3,
		},
		{
			name: 'Get by Reference',
			parameters: sale('getByReference', '602118', { reference: refund('602118')?.reference }),
			path: '/references/',
			calls: 1,
		},
		{
			name: 'Get by PSP Reference',
			parameters: sale('getByPspReference', '602118', {
				pspReference: refund('602118')?.pspReference,
			}),
			path: '/psp-references/',
			calls: 1,
		},
	];
}

/** One node per operation, by its name; a node that fails lets the next ones run. The right keys where none are given. */
export const nodesOf = (
	operations: Operation[],
	credential?: SalesNode['credential'],
): Record<string, SalesNode> =>
	Object.fromEntries(
		operations.map(({ name, type, parameters }) => [
			name,
			{ type, parameters, credential, onError: 'continueRegularOutput' },
		]),
	);

/** The fault once for every operation; it meets the second page where there is one. */
export const faultFor = (operations: Operation[], fault: Fault): Fault[] =>
	operations.map(({ path, calls }) => ({ from: Math.min(calls, 2), ...fault, path }));

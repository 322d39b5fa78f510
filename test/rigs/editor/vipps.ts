import type { Fault, Ledger, ReportEntry, SalesEntry } from '../../../sandbox/index';
import { addresses } from './setup/rig.cts';

const control = async (method: string, path: string, body?: object): Promise<unknown> => {
	const answer = await fetch(`${addresses().sandbox}/_sandbox/${path}`, {
		method,
		headers: body && { 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${method} ${path}`);
	const text = await answer.text();
	return text === '' ? undefined : JSON.parse(text);
};

/** The sandbox behind the editor. */
export const vipps = {
	/** Lets calls go wrong from now on. */
	misbehave: async (fault: Fault) => await control('POST', 'faults', { ...fault }),
	behave: async () => await control('DELETE', 'faults'),
	/** Sets its clock, such as to a day before the first sale. */
	setClock: async (now: string) => await control('PUT', 'clock', { now }),
	/** The ids of all ledgers. */
	ledgerIds: async () => {
		const answer = await control('GET', 'ledgers');
		return (answer as { ledgers: Ledger[] }).ledgers.map(({ ledgerId }) => ledgerId);
	},
	/** The sales of one ledger date, as served. */
	salesOfDate: async (ledgerId: string, date: string) => {
		const answer = await control('GET', `ledgers/${ledgerId}/sales?date=${date}`);
		return (answer as { sales: SalesEntry[] }).sales;
	},
	/** All payouts of one ledger, as served, oldest first. */
	payouts: async (ledgerId: string) => {
		const answer = await control('GET', `ledgers/${ledgerId}/funds`);
		const { funds } = answer as { funds: ReportEntry[] };
		return funds.filter(({ entryType }) => entryType === 'payout-scheduled');
	},
};

import { importCredentials } from '../../../host/drive/n8n.cts';
import { postNode } from '../n8n/accountingSystem';
import { startLargeAccount, type LargeAccount } from './largeAccount';
import { chainOf, triggerNode } from './workflows';
import type { Flow, TriggerRig } from './rig';
import { pollsOf } from './waits';
import { until } from '../n8n/until';
import { serverLogs } from '../n8n/serverLogs.cts';
import { saleCountsOf, soldSince, compareDelivery, type Delivery } from './delivery';

const credential = { id: 'largeAccountKeys', name: 'Keys to a large account' };
/** New on the busy ledger. */
const MANY = 20_000;
const SLOW_MS = 4000;

/** What became of the sales of 200 ledgers. */
export interface LargeAccountResult extends Delivery {
	sold: number;
	/** How many polls it took until all was there, */
	polls: number;
	/** and all of the ledgers that are neither busy nor refused, the slow one among them. */
	pollsForOthers: number;
	/** Lines of the log that name the refused ledger. */
	warnings: number;
	/** Polls that asked for the refused ledger while it was. */
	refusals: number;
}

/** To be called before n8n is started. */
export async function prepareLargeAccount({
	n8n: { environment },
}: TriggerRig): Promise<LargeAccount> {
	const account = await startLargeAccount();
	const { clientId, clientSecret } = account.sandbox;
	const data = { clientId, clientSecret, environment: 'custom', baseUrl: account.url };
	await importCredentials(environment, [{ ...credential, type: 'vippsAccountingApi', data }]);
	return account;
}

/**
 * Switches a trigger on, then sells: one ledger with very much that is new, one that is slow, one refused until the others are
 * there. Settles when all has come.
 */
export async function runLargeAccount(
	rig: TriggerRig,
	account: LargeAccount,
): Promise<LargeAccountResult> {
	const { sandbox, busy } = account;
	const [, , refused = '', , slow = ''] = account.ledgers().map(({ ledgerId }) => ledgerId);
	const flow = await rig.create((url) =>
		chainOf('Large account', [triggerNode({}, credential), postNode(url)]),
	);
	// The busy one has nothing to pass over.
	await rig.begin(flow, sandbox, account.ledgers().length - 1);

	const before = saleCountsOf(account);
	account.sell(MANY);
	const sold = soldSince(account, before);
	const others = sold.filter((sale) => !isOf(sale, busy) && !isOf(sale, refused));
	sandbox.faults.add(
		{ kind: 'status', status: 403, path: `/ledgers/${refused}` },
		{ kind: 'slow', everyMs: SLOW_MS, path: `/ledgers/${slow}` },
	);
	const begun = pollsOf(sandbox);
	await whenDelivered(flow, others);
	const pollsForOthers = pollsOf(sandbox) - begun;
	await until(() => pollsOf(sandbox) >= begun + 2 && refusalsOf(account) >= 2, 'a second refusal');
	const refusals = refusalsOf(account);
	sandbox.faults.clear();
	await whenDelivered(flow, sold);
	const polls = pollsOf(sandbox) - begun;
	const lines = await serverLogs(rig.n8n.environment);
	return {
		...compareDelivery(flow.accounting.booked, sold),
		sold: sold.length,
		polls,
		pollsForOthers,
		warnings: lines.filter((line) => line.includes(`ledger ${refused}`)).length,
		refusals,
	};
}

const isOf = (sale: object, id: string) => (sale as { ledgerId: string }).ledgerId === id;

const refusalsOf = ({ sandbox }: LargeAccount) =>
	sandbox.requests.filter(({ status }) => status === 403).length;

/** Ten minutes are more than ten polls. */
async function whenDelivered({ accounting }: Flow, sold: object[]): Promise<void> {
	let seen = -1;
	const isThere = () => {
		if (accounting.booked.length === seen) return false;
		seen = accounting.booked.length;
		return compareDelivery(accounting.booked, sold).lost === 0;
	};
	await until(isThere, `all of ${sold.length} sales`, 600_000);
}

import { importCredentials } from '../../../host/drive/n8n.cts';
import { postNode } from '../n8n/books';
import { openCrowd, type Crowd } from './largeAccount';
import { chainOf, triggerNode } from './workflows';
import type { Flow, TriggerRig } from './rig';
import { pollsOf } from './waits';
import { until } from '../n8n/until';
import { serverLogs } from '../n8n/serverLogs.cts';
import { markOf, soldSince, tallyOf, type Tally } from './delivery';

const credential = { id: 'crowdKeys', name: 'Keys to a crowd' };
/** New on the busy ledger. */
const MANY = 20_000;
const SLOW_MS = 4000;

/** What became of the sales of 200 ledgers. */
export interface CrowdStory extends Tally {
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
export async function prepareCrowd({ n8n: { environment } }: TriggerRig): Promise<Crowd> {
	const crowd = await openCrowd();
	const { clientId, clientSecret } = crowd.sandbox;
	const data = { clientId, clientSecret, baseUrl: crowd.url };
	await importCredentials(environment, [{ ...credential, type: 'vippsAccountingApi', data }]);
	return crowd;
}

/**
 * Switches a trigger on, then sells: one ledger with very much that is new, one that is slow, one refused until the others are
 * there. Settles when all has come.
 */
export async function followCrowd(rig: TriggerRig, crowd: Crowd): Promise<CrowdStory> {
	const { sandbox, busy } = crowd;
	const [, , refused = '', , slow = ''] = crowd.ledgers().map(({ ledgerId }) => ledgerId);
	const flow = await rig.create((url) =>
		chainOf('Crowd', [triggerNode({}, credential), postNode(url)]),
	);
	// The busy one has nothing to pass over.
	await rig.begin(flow, sandbox, crowd.ledgers().length - 1);

	const mark = markOf(crowd);
	crowd.sell(MANY);
	const sold = soldSince(crowd, mark);
	const others = sold.filter((sale) => !isOf(sale, busy) && !isOf(sale, refused));
	sandbox.faults.add(
		{ kind: 'status', status: 403, path: `/ledgers/${refused}` },
		{ kind: 'slow', everyMs: SLOW_MS, path: `/ledgers/${slow}` },
	);
	const begun = pollsOf(sandbox);
	await arrival(flow, others);
	const pollsForOthers = pollsOf(sandbox) - begun;
	await until(() => pollsOf(sandbox) >= begun + 2 && refusalsOf(crowd) >= 2, 'a second refusal');
	const refusals = refusalsOf(crowd);
	sandbox.faults.clear();
	await arrival(flow, sold);
	const polls = pollsOf(sandbox) - begun;
	const lines = await serverLogs(rig.n8n.environment);
	return {
		...tallyOf(flow.books.booked, sold),
		sold: sold.length,
		polls,
		pollsForOthers,
		warnings: lines.filter((line) => line.includes(`ledger ${refused}`)).length,
		refusals,
	};
}

const isOf = (sale: object, id: string) => (sale as { ledgerId: string }).ledgerId === id;

const refusalsOf = ({ sandbox }: Crowd) =>
	sandbox.requests.filter(({ status }) => status === 403).length;

/** Ten minutes are more than ten polls. */
async function arrival({ books }: Flow, sold: object[]): Promise<void> {
	let seen = -1;
	const isThere = () => {
		if (books.booked.length === seen) return false;
		seen = books.booked.length;
		return tallyOf(books.booked, sold).lost === 0;
	};
	await until(isThere, `all of ${sold.length} sales`, 600_000);
}

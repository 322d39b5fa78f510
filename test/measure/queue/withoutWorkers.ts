import { until } from '../../rigs/n8n/until';
import type { Stage } from './setup';

/** What the trigger did while no worker ran, and what became of it. */
export interface WithoutWorkers {
	/** Calls to feeds that the main process made. */
	feedCalls: number;
	/** Sold meanwhile. */
	sold: number;
	/** Of these, booked before a worker was there again, and afterwards. */
	bookedBefore: number;
	bookedAfter: number;
}

/** Ends both workers, lets the trigger poll, then starts one worker. */
export async function pollWithoutWorkers(stage: Stage): Promise<WithoutWorkers> {
	const { sandbox, cluster } = stage;
	await until(() => stage.triggered().lost === 0, 'all that was sold booked');
	await Promise.all(cluster.workers.map(async (worker) => await worker.stop()));
	const before = stage.triggered();
	sandbox.requests.length = 0;
	sandbox.clock.advance(24 * 3600);
	const sold = stage.triggered().sold - before.sold;
	const feeds = () => sandbox.requests.filter(({ path }) => path.startsWith('/sales/')).length;
	const ledgers = sandbox.ledgers().length;
	// Two polls, so that one was surely made after the clock was moved, and handed on.
	await until(() => feeds() >= 2 * ledgers, 'two polls');
	const feedCalls = feeds();
	const bookedBefore = sold - stage.triggered().lost;
	await cluster.restart(0);
	await until(() => stage.triggered().lost === 0, 'all that was sold booked');
	return { feedCalls, sold, bookedBefore, bookedAfter: sold - stage.triggered().lost };
}

import { until } from '../../rigs/n8n/until';
import type { QueueSetup } from './setup';

/** What the trigger did while no worker was running, and when its sales were booked. */
export interface WithoutWorkers {
	/** Calls to feeds that the main process made. */
	feedCalls: number;
	/** The sales during this time. */
	sold: number;
	/** How many of these were booked before a worker was running again, and how many afterwards. */
	bookedBefore: number;
	bookedAfter: number;
}

/** Stops both workers, waits until the trigger has polled, then starts one worker. */
export async function pollWithoutWorkers(setup: QueueSetup): Promise<WithoutWorkers> {
	const { sandbox, cluster } = setup;
	await until(() => setup.triggered().lost === 0, 'all that was sold booked');
	await Promise.all(cluster.workers.map(async (worker) => await worker.stop()));
	const before = setup.triggered();
	sandbox.requests.length = 0;
	sandbox.clock.advance(24 * 3600);
	const sold = setup.triggered().sold - before.sold;
	const feeds = () => sandbox.requests.filter(({ path }) => path.startsWith('/sales/')).length;
	const ledgers = sandbox.ledgers().length;
	// Two polls, so that one has certainly started after the clock was advanced, and has been queued.
	await until(() => feeds() >= 2 * ledgers, 'two polls');
	const feedCalls = feeds();
	const bookedBefore = sold - setup.triggered().lost;
	await cluster.restart(0);
	await until(() => setup.triggered().lost === 0, 'all that was sold booked');
	return { feedCalls, sold, bookedBefore, bookedAfter: sold - setup.triggered().lost };
}

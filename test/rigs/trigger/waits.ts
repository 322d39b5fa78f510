import { sleep } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox/index';
import { until } from '../n8n/until';

/** How many polls have begun: each asks for the ledgers once. */
export const pollsOf = ({ requests }: Pick<Sandbox, 'requests'>): number =>
	requests.filter(
		({ path, query, status }) =>
			path === '/settlement/v1/ledgers' && !query.cursor && status === 200,
	).length;

/** Waits until a poll has begun since then, and all is quiet again. */
export async function settled(sandbox: Sandbox, polls = 0): Promise<void> {
	await until(() => pollsOf(sandbox) > polls, 'a poll');
	for (let seen = -1; seen < sandbox.requests.length; await sleep(2500)) {
		seen = sandbox.requests.length;
	}
}

/** Waits until so many feeds have been read to their end, in one poll or several, and all is quiet. */
export async function caughtUp(sandbox: Sandbox, feeds: number): Promise<void> {
	const read = () =>
		sandbox.requests.filter(({ path, status }) => path.startsWith('/sales/') && status === 200);
	await until(() => new Set(read().map(({ path }) => path)).size >= feeds, 'all feeds');
	await settled(sandbox);
}

import { sleep } from 'n8n-workflow';

const READS = 4;
const INTERVAL_MS = 100;

/** What stands on the screen, as soon as it stays the same: n8n shows and hides things some time after a choice. */
export async function whenStable<T>(read: () => Promise<T>): Promise<T> {
	let latest = await read();
	for (let same = 0; same < READS; ) {
		await sleep(INTERVAL_MS);
		const next = await read();
		same = JSON.stringify(next) === JSON.stringify(latest) ? same + 1 : 0;
		latest = next;
	}
	return latest;
}

import { sleep } from 'n8n-workflow';

/** Waits for what is to come true; throws when it does not in time. Two polls of a trigger fit into the time. */
export async function until(
	isTrue: () => boolean | Promise<boolean>,
	what: string,
	limitMs = 150_000,
): Promise<void> {
	for (const end = Date.now() + limitMs; !(await isTrue()); await sleep(200)) {
		if (Date.now() > end) throw new Error(`Not in ${limitMs / 1000} s: ${what}`);
	}
}

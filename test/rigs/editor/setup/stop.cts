import { stop } from './start.cts';

/** After all test files. */
export default async function end(): Promise<void> {
	await stop();
}

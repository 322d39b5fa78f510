/** The loop's own process. */
import { obey, startOptions } from '../remote/obey.cts';
import type { Greeting } from './server.cts';

void (async () => {
	const { createLoop } = await import('./axiosLoop.ts');
	obey(await createLoop(startOptions<Greeting>()), null);
})();

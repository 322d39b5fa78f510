/** The loop's own process. */
import { obey, startOptions } from '../../remote/serve.cts';
import type { Greeting } from './commands.ts';

void (async () => {
	const { createLoop } = await import('./axiosLoop.ts');
	obey(await createLoop(startOptions<Greeting>()), null);
})();

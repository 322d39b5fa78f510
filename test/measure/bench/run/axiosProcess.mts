/** The process of the axios loop. */
import { serveCommands, startOptions } from '../../remote/serve.cts';
import { createLoop } from './axiosLoop.ts';
import type { Greeting } from './commands.ts';

serveCommands(await createLoop(startOptions<Greeting>()), null);

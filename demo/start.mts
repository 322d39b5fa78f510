/** `npm start`: see `usage`. */
import { isSupported } from '../host/install/node.cts';
import { exit, runCommand } from '../host/process/commandLine.cts';
import { parseArguments, usage, type DemoOptions } from './args.cts';

const minimum = { from: [20, 19], to: Infinity, bring: '24' } as const;

async function run(options: DemoOptions): Promise<number> {
	const running = process.versions.node;
	if (!isSupported(minimum, running)) {
		console.error(`This needs Node.js ${minimum.from.join('.')} or newer. You have ${running}.`);
		return 1;
	}
	// Imported only now: an older Node cannot load these.
	const { startSandbox } = await import('../sandbox/index.ts');
	const { runDemo } = await import('./demo.cts');
	return await runDemo(options, startSandbox);
}

exit(await runCommand({ usage, parse: parseArguments, run, wrongArgumentStatus: 2 }));

import { isSupported } from '../host/install/node.cts';
import { parseArguments, usage, type DemoOptions } from './args.cts';

const minimum = { from: [20, 19], to: Infinity, bring: '24' } as const;

async function start(args: string[]): Promise<number> {
	let options: DemoOptions;
	try {
		options = parseArguments(args);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return 2;
	}
	if (options.help) {
		console.log(usage);
		return 0;
	}
	const running = process.versions.node;
	if (!isSupported(minimum, running)) {
		console.error(`This needs Node.js ${minimum.from.join('.')} or newer. You have ${running}.`);
		return 1;
	}
	// Only now: an older Node cannot load what the demo consists of.
	const { runDemo } = await import('./demo.cts');
	return await runDemo(options);
}

/** Whatever still runs is ended with this process; what was printed is printed first. */
const exit = (code: number) => process.stdout.write('', () => process.exit(code));

void start(process.argv.slice(2)).then(exit, (error: unknown) => {
	console.error(error);
	exit(1);
});

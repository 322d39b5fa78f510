import { helpFlag, takeFlags } from '../host/process/commandLine.cts';

/** The options of `npm start`. */
export interface DemoOptions {
	/** Whether to end after the run instead of serving the editor. */
	once: boolean;
	/** Whether to build again after each change, and let n8n load the nodes anew. */
	watch: boolean;
	help: boolean;
}

export const usage = `Usage: npm start [-- --once | --watch]

Builds the nodes, puts them into a private n8n, starts a mock of the Vipps API, and gets yesterday's
sales and the latest payouts from it.
Then n8n's editor is served at a local address until Ctrl-C.

  --once   end after the run: exit status 0, or 1 if anything failed
  --watch  build after each change of a source, and let n8n load the nodes anew; the same as npm run dev
  --help   show this`;

/** @throws Error that names the first unknown argument */
export function parseArguments(args: readonly string[]): DemoOptions {
	const { values, rest } = takeFlags(args, {
		once: { type: 'boolean' },
		watch: { type: 'boolean' },
		...helpFlag,
	});
	if (rest.length > 0) throw new Error(`Unknown argument: ${rest[0]}`);
	if (values.once && values.watch) throw new Error('--once and --watch exclude each other');
	return {
		once: values.once === true,
		watch: values.watch === true,
		help: values.help === true,
	};
}

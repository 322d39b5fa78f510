/** The sandbox's own process: starts it, then obeys what the soak's process sends. */
import type { SandboxOptions } from '../../sandbox/index.ts';
import type { Commands } from './remote.ts';

interface Message {
	id: number;
	name: keyof Commands;
	given: unknown[];
}

async function serve(options: SandboxOptions): Promise<void> {
	const { startSandbox } = await import('../../sandbox/index.ts');
	let statuses: Record<string, number> = {};
	const sandbox = await startSandbox({
		...options,
		onAnswer: ({ status }) => void (statuses[status] = (statuses[status] ?? 0) + 1),
	});
	let told = 0;
	const commands: Commands = {
		arrange({ now, faults, switches }) {
			sandbox.clock.set(now);
			Object.assign(sandbox.switches, switches);
			sandbox.faults.add(...faults);
		},
		moveClock: (now) => sandbox.clock.set(now),
		expireTokens: () => sandbox.expireTokens(),
		takeRecord() {
			const record = {
				faults: sandbox.faults.list(),
				statuses,
				tokens: sandbox.issuedTokens.slice(told),
			};
			told = sandbox.issuedTokens.length;
			statuses = {};
			sandbox.faults.clear();
			sandbox.requests.length = 0;
			return record;
		},
	};
	process.on('message', ({ id, name, given }: Message) => {
		const command = commands[name] as (...values: unknown[]) => unknown;
		process.send?.({ id, result: command(...given) });
	});
	const { url, clientId, clientSecret } = sandbox;
	process.send?.({ id: 0, result: { url, clientId, clientSecret } });
}

// Whoever ends the soak ends this process by closing the channel; Ctrl-C reaches both, and is the soak's to answer.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
void serve(JSON.parse(process.argv[2] ?? '{}') as SandboxOptions);

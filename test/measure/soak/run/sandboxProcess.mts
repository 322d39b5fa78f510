/** The sandbox's own process: starts it, then obeys what the soak's process sends. */
import type { SandboxOptions } from '../../../../sandbox/index.ts';
import { obey, startOptions } from '../../remote/serve.cts';
import type { Commands } from '../remote.ts';

async function serve(options: SandboxOptions): Promise<void> {
	const { startSandbox } = await import('../../../../sandbox/index.ts');
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
	const { url, clientId, clientSecret } = sandbox;
	obey(commands, { url, clientId, clientSecret });
}

void serve(startOptions<SandboxOptions>());

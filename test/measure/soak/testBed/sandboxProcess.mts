/** The process of the sandbox: starts it, then executes the commands of the soak's process. */
import { startSandbox, type SandboxOptions } from '../../../../sandbox/index.ts';
import { serveCommands, startOptions } from '../../remote/serve.cts';
import type { Commands, Keys } from './remoteSandbox.cts';

let statuses: Record<string, number> = {};
const sandbox = await startSandbox({
	...startOptions<SandboxOptions>(),
	onAnswer: ({ status }) => void (statuses[status] = (statuses[status] ?? 0) + 1),
});
let recorded = 0;
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
			tokens: sandbox.issuedTokens.slice(recorded),
		};
		recorded = sandbox.issuedTokens.length;
		statuses = {};
		sandbox.faults.clear();
		sandbox.requests.length = 0;
		return record;
	},
};
const { url, clientId, clientSecret } = sandbox;
serveCommands(commands, { url, clientId, clientSecret } satisfies Keys);

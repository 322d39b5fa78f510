/** The process of the sandbox; it also records what the sandbox sees of each run. */
import { startSandbox } from '../../../../sandbox/index.ts';
import { serveCommands, startOptions } from '../../remote/serve.cts';
import type { Case } from '../cases/case.ts';
import { digestOf } from '../instruments/digest.cjs';
import { limitedRunOf } from '../report/limitedRun.ts';
import type { Greeting, ServerCommands } from './commands.ts';
import { truthOf } from './truth.ts';

const options = startOptions<Case['sandbox']>();
const sandbox = await startSandbox({ ...options, rememberAnswers: true });
let cpu = process.cpuUsage();
let tokens = 0;
const commands: ServerCommands = {
	truth: (work) => digestOf(truthOf(sandbox, work)),
	prepare({ faults, latencyMs, startsWithDeadToken }) {
		if (startsWithDeadToken) sandbox.expireTokens();
		sandbox.faults.clear();
		if (latencyMs > 0) sandbox.faults.add({ kind: 'slow', everyMs: latencyMs });
		sandbox.faults.add(...faults);
		sandbox.requests.length = 0;
		tokens = sandbox.issuedTokens.length;
		cpu = process.cpuUsage();
	},
	record() {
		const { user, system } = process.cpuUsage(cpu);
		const calls = sandbox.requests.filter(({ path }) => !path.endsWith('/token'));
		return {
			calls: calls.length,
			tokens: sandbox.issuedTokens.length - tokens,
			refused: calls.filter(({ status }) => [401, 429, 503].includes(status)).length,
			inFlight: Math.max(0, ...calls.map(({ inFlight }) => inFlight)),
			cpuMs: (user + system) / 1000,
			limit: limitedRunOf(calls),
		};
	},
};
const { url, clientId, clientSecret } = sandbox;
const ledgerIds = sandbox.ledgers().map(({ ledgerId }) => ledgerId);
serveCommands(commands, { url, clientId, clientSecret, ledgerIds } satisfies Greeting);

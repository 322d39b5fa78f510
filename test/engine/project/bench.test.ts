import type { INodeParameters } from 'n8n-workflow';

import { FIRST_CONCURRENCY, MAX_CONCURRENCY } from '../../../vipps/limiter/concurrency';
import { nodeOf, type Case } from '../../measure/bench/cases/case';
import { cases } from '../../measure/bench/cases/cases';
import { inputOf, workflowOf } from '../../measure/bench/cases/workflows';
import { truthOf } from '../../measure/bench/run/truth';
import { digestOf } from '../../measure/bench/instruments/digest.cjs';
import { setUp } from '../../rigs/engine/rig';

/** All but those that differ from another one in their time, in what was done before, or in length alone. */
const tested = cases.filter(
	({ name }) => !/feed-1000000$|^ledgers-2000$|-first$|-200ms$|-0ms$/.test(name),
);

/** Runs a case once, on a token that is alive unless the case wants a dead one. */
async function runCase({ sandbox: options, work: given, latencyMs, faults, ...rest }: Case) {
	const { sandbox, run, close } = await setUp(options);
	try {
		const ledgerIds = sandbox.ledgers().map(({ ledgerId }) => ledgerId);
		const work = given.ledgerIds.length > 0 ? given : { ...given, ledgerIds };
		const whole = { ...rest, sandbox: options, work, latencyMs, faults };
		const { nodes } = workflowOf(whole, 'node', sandbox.url);
		const { parameters, type } = nodes.find(({ name }) => name === nodeOf(whole))!;
		await run({ resource: 'ledger', operation: 'getAll' });
		if (rest.startsWithDeadToken) sandbox.expireTokens();
		const tokensBefore = sandbox.issuedTokens.length;
		sandbox.requests.length = 0;
		if (latencyMs > 0) sandbox.faults.add({ kind: 'slow', everyMs: latencyMs });
		sandbox.faults.add(...faults);
		const { items } = await run(parameters as INodeParameters, inputOf(work, 'node'), {
			type,
		});
		const calls = sandbox.requests.filter(({ path }) => !path.endsWith('/token'));
		return {
			answered: calls.filter(({ status }) => status === 200).length,
			refused: calls.filter(({ status }) => status !== 200).length,
			tokens: sandbox.issuedTokens.length - tokensBefore,
			inFlight: Math.max(...calls.map(({ inFlight }) => inFlight)),
			digest: digestOf(items),
			truth: digestOf(truthOf(sandbox, work)),
		};
	} finally {
		await close();
	}
}

describe('each case of the benchmark', () => {
	it.each(tested.map((given) => [given.name, given] as const))(
		'%s brings every entry in order, by the fewest calls and tokens, never too many at once',
		async (_, given) => {
			const isCongested = given.name.endsWith('-congested');
			let result = await runCase(given);
			// A machine that stands still for a moment looks like a crowded server.
			for (let again = 0; isCongested && result.refused > 0 && again < 2; again++) {
				result = await runCase(given);
			}
			const { answered, refused, tokens, inFlight, digest, truth } = result;
			expect(digest).toEqual(truth);
			expect({ answered, tokens }).toEqual({ answered: given.fewestCalls, tokens: given.tokens });
			const wanted = given.work.dates === undefined ? 1 : given.fewestCalls;
			// A slow machine has the first answers before it has sent as many calls as it may.
			expect(inFlight).toBeGreaterThanOrEqual(Math.min(wanted, 5));
			expect(inFlight).toBeLessThanOrEqual(Math.min(wanted, MAX_CONCURRENCY));
			if (isCongested) expect(refused).toBe(0);
			const isLimited = given.callsPerSecond !== undefined;
			// Before it has met the limit, it cannot know it.
			if (isLimited) expect(refused).toBeGreaterThan(0);
			// On a slow machine the server counts its seconds otherwise than the node, so there may be several rounds of 429.
			const most = isLimited ? 4 * FIRST_CONCURRENCY : FIRST_CONCURRENCY * given.tokens;
			expect(refused).toBeLessThanOrEqual(most);
		},
	);
});

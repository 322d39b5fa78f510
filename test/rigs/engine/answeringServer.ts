import type { INodeParameters } from 'n8n-workflow';

import { Engine, workflowOf, type NodeRun } from './engine';
import { serveAnything, type Call, type Reply } from './servers/anyServer';

/** A server that a test tells what to answer, and an engine that calls it. */
export interface AnsweringServer {
	baseUrl: string;
	engine: Engine;
	/** To every call but that for a token: by default, one sale. */
	answer: (call: Call) => Reply;
	/** Instead of a token. */
	tokenAnswer?: Reply;
	/** How many tokens were asked for in this test. */
	tokens: number;
	/** The calls of this test, but those for a token. */
	calls: Call[];
	run(parameters: INodeParameters, input?: object[], more?: object): Promise<NodeRun>;
}

/** One sale, as a page. */
export const found = {
	body: { items: [{ entryType: 'capture', reference: 'order' }], hasMore: false },
};

/** One for the tests of a file, as new for each. Waits that the client may choose are as short as can be. */
export function useAnsweringServer(): AnsweringServer {
	const held = {
		run: async (parameters, input = [{}], more = {}) =>
			await held.engine.run(workflowOf(parameters, input as never, more)),
	} as AnsweringServer;
	beforeAll(async () => {
		const onCall = (call: Call) => {
			held.calls.push(call);
			return held.answer(call);
		};
		const onToken = () => {
			held.tokens++;
			return held.tokenAnswer;
		};
		({ baseUrl: held.baseUrl } = await serveAnything(onCall, onToken));
	});
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		const { baseUrl } = held;
		const engine = new Engine({ clientId: 'id', clientSecret: 'a-secret', baseUrl });
		const answer = () => found;
		Object.assign(held, { engine, answer, tokenAnswer: undefined, tokens: 0, calls: [] });
	});
	afterEach(() => jest.restoreAllMocks());
	return held;
}

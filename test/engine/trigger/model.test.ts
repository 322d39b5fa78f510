import fc from 'fast-check';

import { serveFeeds, type FeedServer } from '../../rigs/engine/servers/feedServer';
import { commands, type Model } from '../../rigs/engine/trigger/triggerCommands';
import { settings, TriggerRun } from '../../rigs/engine/trigger/triggerRun';

let server: FeedServer;
beforeAll(async () => {
	server = await serveFeeds();
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(async () => {
	jest.restoreAllMocks();
	await server.close();
});

describe('the trigger, whatever happens between and in its polls', () => {
	it('delivers every sale under a key of its own, exactly once if n8n does not crash', async () => {
		await fc.assert(
			fc.asyncProperty(settings, commands, async (given, happening) => {
				const run = new TriggerRun(server, given);
				const soldBefore = await run.activate();
				const model: Model = {
					expected: new Set(given.startFrom === 'beginning' ? soldBefore : []),
					hasCrashed: false,
				};
				await fc.asyncModelRun(() => ({ model, real: run }), happening);
				await run.settle();

				expect(new Set(run.delivered.keys())).toEqual(model.expected);
				const keys = [...run.delivered.values()].map((ofSale) => {
					if (!model.hasCrashed) expect(ofSale).toHaveLength(1);
					expect(new Set(ofSale).size).toBe(1);
					return ofSale[0];
				});
				expect(new Set(keys).size).toBe(keys.length);
			}),
			{ numRuns: 100 },
		);
	}, 300_000);
});

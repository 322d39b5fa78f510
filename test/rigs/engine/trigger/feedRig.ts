import { serveFeeds, type FeedServer } from '../servers/feedServer';
import { PollRig } from './pollRig';

/** A made-up Vipps, and a trigger that polls it; retries wait for next to nothing. To be closed after each test. */
export async function openFeeds(): Promise<{ server: FeedServer; rig: PollRig }> {
	jest.spyOn(Math, 'random').mockReturnValue(0);
	const server = await serveFeeds();
	return { server, rig: rigAt(server) };
}

/** A trigger of its own at such a Vipps. */
export const rigAt = ({ baseUrl }: FeedServer, host?: 'older'): PollRig =>
	new PollRig({ clientId: 'id', clientSecret: 'secret', baseUrl }, host);

export async function closeFeeds(server: FeedServer): Promise<void> {
	jest.restoreAllMocks();
	await server.close();
}

/** The references of items or sales, which tell them apart. */
export const referencesOf = (items: object[]): string[] =>
	items.map((item) => (item as { reference: string }).reference);

/** The ledgers that items are of, each once. */
export const ledgersOf = (items: object[]): string[] => [
	...new Set(items.map((item) => (item as { ledgerId: string }).ledgerId)),
];

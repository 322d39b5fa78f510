import { serveAnything, type Call, type Reply } from './anyServer';

/** A sale as this server gives it. */
export interface Sale {
	[field: string]: unknown;
	entryType: string;
	time: string;
	pspReference: string | null;
	reference: string;
	amounts: { gross: number };
}

/** How a feed ends: the readings of what the documentation leaves open. */
export type FeedEnd = 'cursor' | 'newCursor' | 'noCursor' | 'noCursorOnLastPage' | 'noHasMore';

/** A mock of Vipps whose ledgers, sales and failures a test sets. */
export interface FeedServer {
	baseUrl: string;
	/** By ledger: its sales, oldest first. A sale that is added is in the feed at once. */
	feeds: Map<string, Sale[]>;
	/** Ledgers whose access is withdrawn. */
	withdrawn: Set<string>;
	/** Answers in place of the usual, by a part of the path, each for one call. */
	failures: Array<{ path: string; reply: Reply }>;
	end: FeedEnd;
	/** Of the server's own choice. */
	mostPerPage: number;
	/** Before each answer. */
	onCall: (call: Call) => void | Promise<void>;
	/** The path of every call, with its cursor and page size. */
	calls: string[];
	close: () => Promise<void>;
}

export async function serveFeeds(): Promise<FeedServer> {
	const server: FeedServer = {
		baseUrl: '',
		feeds: new Map(),
		withdrawn: new Set(),
		failures: [],
		end: 'cursor',
		mostPerPage: 1000,
		onCall: () => {},
		calls: [],
		close: async () => {},
	};
	let fresh = 0;
	const feed = (id: string, { query }: Call): Reply => {
		const sold = server.feeds.get(id);
		if (!sold || server.withdrawn.has(id))
			return { status: 404, body: { title: 'No such ledger' } };
		const cursor = query.get('cursor') ?? '';
		const from = Number(cursor.split('~')[0] ?? 0);
		const size = Math.min(Number(query.get('pageSize')), server.mostPerPage);
		const items = sold.slice(from, from + size);
		const to = from + items.length;
		const hasMore = to < sold.length;
		if (hasMore || server.end === 'cursor') return { body: { items, cursor: String(to), hasMore } };
		if (server.end === 'newCursor') return { body: { items, cursor: `${to}~${++fresh}`, hasMore } };
		if (server.end === 'noHasMore') return { body: { items, cursor: String(to) } };
		const isBare = server.end === 'noCursorOnLastPage' || items.length === 0;
		return { body: { items, ...(isBare ? {} : { cursor: String(to) }), hasMore } };
	};
	const answer = async (call: Call): Promise<Reply> => {
		const path = call.segments.join('/');
		server.calls.push(`${path}?${call.query.toString()}`);
		await server.onCall(call);
		const failing = server.failures.findIndex((each) => path.includes(each.path));
		if (failing >= 0) return (server.failures.splice(failing, 1)[0] as { reply: Reply }).reply;
		if (path.startsWith('settlement')) {
			const granted = [...server.feeds.keys()].filter((id) => !server.withdrawn.has(id));
			return { body: { items: granted.map((ledgerId) => ({ ledgerId })), cursor: '' } };
		}
		return feed(call.segments[4] ?? '', call);
	};
	const { baseUrl, close } = await serveAnything(answer);
	return Object.assign(server, { baseUrl, close });
}

let lastNumber = 0;

/** A sale that is different from all others, except for the fields that are given. */
export function sale(more: Partial<Sale> = {}): Sale {
	const number = ++lastNumber;
	return {
		entryType: 'capture',
		time: new Date(Date.parse('2026-06-01T10:00:00Z') + number * 1000).toISOString(),
		pspReference: `psp-${number}`,
		reference: `order-${number}`,
		currency: 'NOK',
		amounts: { gross: 100 },
		...more,
	};
}

/** So many of them. */
export const sales = (count: number, more: Partial<Sale> = {}) =>
	Array.from({ length: count }, () => sale(more));

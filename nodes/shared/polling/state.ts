import type { IDataObject } from 'n8n-workflow';

import { isCounted, readRecentKeys, type RecentKeys } from '../../../accounting/items/dedupeKey';
import { asObject, text } from '../../../vipps/unknown';

/** How far a ledger's feed has been read. Small: an account may have a thousand ledgers. */
export interface Position {
	/** All before it is read; undefined: nothing yet. */
	cursor?: string;
	/**
	 * Until the end of the feed is reached for the first time: what was sold before this instant (ISO, UTC) or this date (`YYYY-MM-DD`,
	 * where the merchant is) is passed over.
	 */
	since?: string;
	/** Where Vipps gave sales and no new cursor: the first of those after the cursor, as a hash, and how many are read. */
	readAfter?: [first: string, count: number];
	recentKeys?: RecentKeys;
	/** Whether the log says that access to it is withdrawn. */
	isRefused?: true;
	/** Cursors that led in a circle; kept until one leads out of it. */
	circle?: string[];
	/** Since when no page of it can be read; gone with the next page. */
	failing?: Failing;
}

/** A ledger that fails in poll after poll. */
export interface Failing {
	/** The first of these polls, ISO, UTC. */
	since: string;
	/** How many there were. */
	polls: number;
	/** When an execution last said so, ISO, UTC. */
	toldAt?: string;
}

/** What the trigger keeps between polls. Plain JSON. */
export interface State {
	/** What the positions are good for. */
	scope: { baseUrl: string; ledgers: string } | null;
	/** By ledger ID; one that is withdrawn keeps its own, for when it is granted again. */
	positions: Map<string, Position>;
	/** By ledger ID: which setting of Restart Ledgers it has begun anew by. */
	restarted: Record<string, string>;
	/** The ledger to begin the next poll with. */
	next: string | null;
	/** Whether the last poll got no answer from any ledger that it reached, but did not reach all. */
	isBarren: boolean;
}

/** The state out of n8n's static data; of what makes no sense there, nothing. */
export function readState(stored: IDataObject): State {
	const baseUrl = text(asObject(stored.scope).baseUrl);
	const ledgers = text(asObject(stored.scope).ledgers);
	return {
		scope: baseUrl && ledgers ? { baseUrl, ledgers } : null,
		positions: new Map(
			Object.entries(asObject(stored.positions)).map(([id, kept]) => [id, readPosition(kept)]),
		),
		restarted: textsIn(stored.restarted),
		next: text(stored.next) ?? null,
		isBarren: stored.isBarren === true,
	};
}

/** Puts the state into n8n's static data: each key as a whole, since changes within one may go unnoticed. */
export function writeState(stored: IDataObject, { positions, ...state }: State): void {
	const plain = JSON.stringify({ ...state, positions: Object.fromEntries(positions) });
	Object.assign(stored, JSON.parse(plain));
}

function readPosition(kept: unknown): Position {
	const { cursor, since, readAfter, recentKeys, isRefused, circle, failing } = asObject(kept);
	return {
		cursor: text(cursor),
		since: text(since),
		readAfter: isCounted(readAfter) ? [...readAfter] : undefined,
		recentKeys: readRecentKeys(recentKeys),
		isRefused: isRefused === true ? true : undefined,
		circle: Array.isArray(circle) ? circle.filter((each) => text(each) !== undefined) : undefined,
		failing: readFailing(failing),
	};
}

function readFailing(kept: unknown): Failing | undefined {
	const { since, polls, toldAt } = asObject(kept);
	if (text(since) === undefined || !Number.isSafeInteger(polls)) return undefined;
	return { since: String(since), polls: Number(polls), toldAt: text(toldAt) };
}

const textsIn = (kept: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(asObject(kept)).filter((pair): pair is [string, string] => !!text(pair[1])),
	);

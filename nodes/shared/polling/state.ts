import type { IDataObject } from 'n8n-workflow';

import { asObject, text } from '../../../vipps/unknown';

/** What is kept of one ledger. Small: an account may have a thousand ledgers. */
export interface LedgerState<Checkpoint> {
	/** How far the ledger has been read. */
	checkpoint: Checkpoint;
	/** Whether the log says that access to it was withdrawn. */
	isRefused?: true;
	/** Cursors that formed a circle; kept until the next page. */
	circle?: string[];
	/** Since when no page of it could be read; kept until the next page. */
	failing?: Failing;
}

/** A ledger that fails in one poll after the other. */
export interface Failing {
	/** The first of these polls, ISO, UTC. */
	since: string;
	/** How many there were. */
	polls: number;
	/** When an execution last reported it, ISO, UTC. */
	toldAt?: string;
}

/** What a trigger keeps between polls. Plain JSON. */
export interface State<Checkpoint> {
	/** What the checkpoints are valid for. */
	scope: { baseUrl: string; feed: string; ledgers: string } | null;
	/** By ledger ID. A ledger that is withdrawn keeps its state, for when it is granted again. */
	ledgers: Map<string, LedgerState<Checkpoint>>;
	/** By ledger ID: the setting of Restart Ledgers that was applied to it. */
	restarted: Record<string, string>;
	/** The ledger that the next poll begins with. */
	next: string | null;
	/** Whether the last poll got no page, without having tried all ledgers. */
	isUnanswered: boolean;
}

/** Reads the state from n8n's static data; parts of it that make no sense are left out. */
export function readState<Checkpoint>(
	stored: IDataObject,
	readCheckpoint: (kept: unknown) => Checkpoint,
): State<Checkpoint> {
	const baseUrl = text(asObject(stored.scope).baseUrl);
	const feed = text(asObject(stored.scope).feed);
	const ledgers = text(asObject(stored.scope).ledgers);
	return {
		scope: baseUrl && feed && ledgers ? { baseUrl, feed, ledgers } : null,
		ledgers: new Map(
			Object.entries(asObject(stored.ledgers)).map(([id, kept]) => [
				id,
				readLedgerState(kept, readCheckpoint),
			]),
		),
		restarted: textsIn(stored.restarted),
		next: text(stored.next) ?? null,
		isUnanswered: stored.isUnanswered === true,
	};
}

/** Writes the state to n8n's static data. Each key is assigned whole, since a change within one may go unnoticed. */
export function writeState<Checkpoint>(
	stored: IDataObject,
	{ ledgers, ...state }: State<Checkpoint>,
): void {
	const plain = JSON.stringify({ ...state, ledgers: Object.fromEntries(ledgers) });
	Object.assign(stored, JSON.parse(plain));
}

function readLedgerState<Checkpoint>(
	kept: unknown,
	readCheckpoint: (kept: unknown) => Checkpoint,
): LedgerState<Checkpoint> {
	const { checkpoint, isRefused, circle, failing } = asObject(kept);
	return {
		checkpoint: readCheckpoint(checkpoint),
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

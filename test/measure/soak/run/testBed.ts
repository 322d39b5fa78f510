import type { Sandbox, Switches } from '../../../../sandbox/index';
import { startSandbox } from '../../../../sandbox/index';
import { createCursors } from '../../../../sandbox/state/cursors';
import { Engine } from '../../../rigs/engine/engine';
import type { Keys } from '../remote';
import { SANDBOX_OPTIONS } from '../remote';

const BEGIN = Date.parse('2026-04-24T10:00:00Z');
const END = Date.parse('2026-10-01T10:00:00Z');
const DAY_MS = 86_400_000;

/** How far a bookkeeper has come with one ledger: the checkpoint that was kept, and how many sales lie before it. */
export interface Bookmark {
	ledgerId: string;
	cursor: string;
	position: number;
}

/** n8n's engines on this side, and the truth to compare with. */
export interface World {
	/** All but the last share one stored credential. */
	engines: Engine[];
	bookmarks: Bookmark[];
	/** A second sandbox of the same seed, which nothing calls. */
	truth: Sandbox;
	/** How many sales lie before a checkpoint's cursor; undefined for a cursor that Vipps never gave for this ledger. */
	positionOf(ledgerId: string, cursor: string): number | undefined;
	now(): string;
	/** Lets time go by for the truth; the answer is for the sandbox that is called. */
	advance(hours: number): string;
	/** Past ledger dates on which every merchant's books are closed, oldest first. */
	pastDates(): string[];
	choose(switches: Partial<Switches>): void;
}

/** Everything as it is before the first run. */
export async function createWorld(seed: number, keys: Keys): Promise<World> {
	const truth = await startSandbox({ ...SANDBOX_OPTIONS, seed, now: new Date(END).toISOString() });
	const cursors = createCursors(seed);
	// Works the whole history out at once: from then on the truth takes no more memory.
	const bookmarks = truth.ledgers().map(({ ledgerId }) => {
		truth.sales(ledgerId);
		return { ledgerId, cursor: '', position: 0 };
	});
	let at = BEGIN;
	const now = () => new Date(at).toISOString();
	truth.clock.set(now());

	const data = { clientId: keys.clientId, clientSecret: keys.clientSecret, baseUrl: keys.url };
	const first = new Engine(data);
	const sharing = () => Object.assign(new Engine(data), { credential: first.credential });
	return {
		engines: [first, sharing(), sharing(), sharing(), new Engine(data)],
		bookmarks,
		truth,
		positionOf(ledgerId, cursor) {
			// What the sandbox puts behind the cursor of an empty page.
			const meant = cursor.replace(/~\d+$/, '');
			const position = meant === '' ? '0' : cursors.read(`feed ${ledgerId}`, meant);
			return position === undefined ? undefined : Number(position);
		},
		now,
		advance(hours) {
			at = Math.min(at + Math.round(hours * 3600) * 1000, END);
			truth.clock.set(now());
			return now();
		},
		pastDates() {
			const days = Math.floor((at - BEGIN) / DAY_MS) + 30;
			return Array.from({ length: days }, (_, day) =>
				new Date(at - (days + 1 - day) * DAY_MS).toISOString().slice(0, 10),
			);
		},
		choose: (switches) => void Object.assign(truth.switches, switches),
	};
}

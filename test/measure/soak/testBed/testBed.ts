import { startSandbox, type Sandbox, type Switches } from '../../../../sandbox/index';
import { createCursors } from '../../../../sandbox/state/cursors';
import { Engine } from '../../../rigs/engine/engine';
import { SANDBOX_OPTIONS, type Keys } from './remoteSandbox.cts';

const BEGIN = Date.parse('2026-04-24T10:00:00Z');
const END = Date.parse('2026-10-01T10:00:00Z');
const DAY_MS = 86_400_000;

/** The saved checkpoint of one ledger, and how many sales lie before it. */
export interface SavedCheckpoint {
	ledgerId: string;
	cursor: string;
	position: number;
}

/** n8n's engines, and the truth to compare with. */
export interface TestBed {
	/** All but the last share one stored credential. */
	engines: Engine[];
	checkpoints: SavedCheckpoint[];
	/** A second sandbox with the same seed, which no run calls. */
	truth: Sandbox;
	/** How many sales lie before a checkpoint's cursor; undefined for a cursor that is not one of this ledger. */
	positionOf(ledgerId: string, cursor: string): number | undefined;
	now(): string;
	/** Advances the clock of the truth. Gives the time for the clock of the other sandbox. */
	advance(hours: number): string;
	/** The past ledger dates that are over for every merchant, oldest first. */
	pastDates(): string[];
	/** Sets the switches of the truth. */
	choose(switches: Partial<Switches>): void;
}

/** The test bed before the first run. */
export async function openTestBed(seed: number, keys: Keys): Promise<TestBed> {
	const truth = await startSandbox({ ...SANDBOX_OPTIONS, seed, now: new Date(END).toISOString() });
	const cursors = createCursors(seed);
	// Generates the whole history now: from then on the truth takes no more memory.
	const checkpoints = truth.ledgers().map(({ ledgerId }) => {
		truth.sales(ledgerId);
		return { ledgerId, cursor: '', position: 0 };
	});
	let at = BEGIN;
	const now = () => new Date(at).toISOString();
	truth.clock.set(now());

	const { clientId, clientSecret, url: baseUrl } = keys;
	const data = { clientId, clientSecret, environment: 'custom', baseUrl };
	const first = new Engine(data);
	const sharing = () => Object.assign(new Engine(data), { credential: first.credential });
	return {
		engines: [first, sharing(), sharing(), sharing(), new Engine(data)],
		checkpoints,
		truth,
		positionOf(ledgerId, cursor) {
			// The sandbox adds this to the cursor of an empty page.
			const plain = cursor.replace(/~\d+$/, '');
			const position = plain === '' ? '0' : cursors.read(`feed ${ledgerId}`, plain);
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

import {
	startSandbox,
	type ReportEntry,
	type SalesEntry,
	type Sandbox,
	type Switches,
	type Topic,
} from '../../../../sandbox/index';
import { createCursors } from '../../../../sandbox/state/cursors';
import { Engine } from '../../../rigs/engine/engine';
import { SANDBOX_OPTIONS, type Keys } from './remoteSandbox.cts';

const BEGIN = Date.parse('2026-04-24T10:00:00Z');
const END = Date.parse('2026-10-01T10:00:00Z');
const DAY_MS = 86_400_000;

/** The saved checkpoint of one feed, and how many of its entries lie before it. */
export interface SavedCheckpoint {
	list: 'sales' | Topic;
	ledgerId: string;
	cursor: string;
	position: number;
}

type Feed = Pick<SavedCheckpoint, 'list' | 'ledgerId'>;

/** n8n's engines, and the truth to compare with. */
export interface TestBed {
	/** All but the last share one stored credential. */
	engines: Engine[];
	/** Of sales. */
	checkpoints: SavedCheckpoint[];
	/** Of funds and of fees. */
	moneyCheckpoints: SavedCheckpoint[];
	/** A second sandbox with the same seed, which no run calls. */
	truth: Sandbox;
	/** All entries of the feed so far. */
	entriesOf(feed: Feed): Array<SalesEntry | ReportEntry>;
	/** How many entries lie before a cursor; undefined for a cursor that is not one of this feed. */
	positionOf(feed: Feed, cursor: string): number | undefined;
	/** Whether nothing more comes on a past ledger date of funds and fees. */
	isFinal(ledgerId: string, ledgerDate: string): boolean;
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
	const entriesOf = ({ list, ledgerId }: Feed) =>
		list === 'sales' ? truth.sales(ledgerId) : truth.movements(ledgerId, list);
	const checkpointsOf = (list: SavedCheckpoint['list']) =>
		truth.ledgers().map(({ ledgerId }): SavedCheckpoint => {
			entriesOf({ list, ledgerId });
			return { list, ledgerId, cursor: '', position: 0 };
		});
	const checkpoints = checkpointsOf('sales');
	const moneyCheckpoints = [...checkpointsOf('funds'), ...checkpointsOf('fees')];
	let at = BEGIN;
	const now = () => new Date(at).toISOString();
	truth.clock.set(now());

	const { clientId, clientSecret, url: baseUrl } = keys;
	const data = { clientId, clientSecret, environment: 'custom', baseUrl };
	const first = new Engine(data);
	const sharing = () => Object.assign(new Engine(data), { credential: first.credential });
	return {
		engines: [first, sharing(), sharing(), sharing(), new Engine(data)],
		...{ checkpoints, moneyCheckpoints, truth, entriesOf },
		positionOf({ list, ledgerId }, cursor) {
			// The sandbox adds this to the cursor of an empty page.
			const plain = cursor.replace(/~\d+$/, '');
			const position =
				plain === ''
					? '0'
					: cursors.read(list === 'sales' ? `feed ${ledgerId}` : `${list} feed ${ledgerId}`, plain);
			return position === undefined ? undefined : Number(position);
		},
		isFinal: (ledgerId, ledgerDate) =>
			truth.switches.dateCloses === 'midnight' ||
			truth.movements(ledgerId, 'funds').some((entry) => {
				return entry.entryType === 'payout-scheduled' && entry.ledgerDate >= ledgerDate;
			}),
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

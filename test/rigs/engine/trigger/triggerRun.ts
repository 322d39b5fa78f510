import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { sale, type FeedEnd, type FeedServer } from '../servers/feedServer';
import { PollRig, type PollOptions } from './pollRig';

/** How the trigger, n8n and the server are set. */
export const settings = fc.record({
	host: fc.constantFrom('older' as const, 'newer' as const),
	startFrom: fc.constantFrom('now', 'beginning'),
	ledgers: fc.constantFrom('all', 'selected'),
	maxItems: fc.constantFrom(1, 3, 10, 5000),
	mostPerPage: fc.constantFrom(1, 4, 1000),
	end: fc.constantFrom<FeedEnd>(
		'cursor',
		'newCursor',
		'noCursor',
		'noCursorOnLastPage',
		'noHasMore',
	),
	soldBefore: fc.nat(8),
});

export type Settings = typeof settings extends fc.Arbitrary<infer Value> ? Value : never;

const SELECTED = [0, 1, 2];
/** A failure of this ledger is one of the list of ledgers. */
const LIST_OF_LEDGERS = 5;
const nameOf = (ledger: number) => `ledger-${ledger}`;

/** A trigger that polls a server, and the sales that it delivered. */
export class TriggerRun {
	/** By the serial number of a sale: its key, once for each time that it was delivered. */
	readonly delivered = new Map<number, unknown[]>();

	private serial = 0;

	private readonly rig: PollRig;

	constructor(
		private readonly server: FeedServer,
		readonly settings: Settings,
	) {
		const { host, startFrom, ledgers, maxItems, mostPerPage, end } = settings;
		Object.assign(server, { end, mostPerPage, failures: [], calls: [] });
		server.feeds = new Map(SELECTED.map((ledger) => [nameOf(ledger), []]));
		server.withdrawn.clear();
		const keys = { clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl };
		this.rig = new PollRig(keys, host);
		const ledgerIds = ledgers === 'selected' ? SELECTED.map(nameOf) : [];
		this.rig.set({ startFrom, ledgers, ledgerIds, options: { maxItems } });
	}

	/** Sells before the trigger is switched on, then switches it on. Gives the serial numbers of those sales. */
	async activate(): Promise<number[]> {
		const time = '2026-05-01T10:00:00Z';
		const sold = Array.from({ length: this.settings.soldBefore }, (_, index) =>
			this.sell(index % SELECTED.length, { time }),
		);
		this.take(await this.rig.poll({ isActivation: true }));
		return sold.filter((serial) => serial !== undefined);
	}

	/** The serial number of the sale; undefined if there is no such ledger. */
	sell(ledger: number, more: object): number | undefined {
		const feed = this.server.feeds.get(nameOf(ledger));
		if (!feed) return undefined;
		feed.push(sale({ time: new Date().toISOString(), ...more, serial: ++this.serial }));
		return this.serial;
	}

	/** Whether the trigger is set to read a ledger. */
	reads(ledger: number): boolean {
		return this.settings.ledgers === 'all' || SELECTED.includes(ledger);
	}

	fail(ledger: number, status: number, times: number): void {
		const path = ledger === LIST_OF_LEDGERS ? 'settlement' : nameOf(ledger);
		const reply = { status, body: status === 200 ? 'cut' : {} };
		for (let time = 0; time < times; time++) this.server.failures.push({ path, reply });
	}

	withdraw(ledger: number): void {
		this.server.withdrawn.add(nameOf(ledger));
	}

	grant(ledger: number): void {
		this.server.withdrawn.delete(nameOf(ledger));
		if (!this.server.feeds.has(nameOf(ledger))) this.server.feeds.set(nameOf(ledger), []);
	}

	/** A poll may fail, in words of ours. */
	async poll(options: PollOptions = {}): Promise<void> {
		const polled = await this.rig.poll(options).catch((error: Error) => error);
		if (!(polled instanceof Error)) this.take(polled);
		else expect(polled.message).toMatch(/^Could not get/);
	}

	restart(): void {
		this.rig.restart();
	}

	/** Repairs everything and polls until nothing comes any more. */
	async settle(): Promise<void> {
		this.server.failures = [];
		this.server.withdrawn.clear();
		for (let empty = 0; empty < 3; ) {
			const items = await this.rig.poll();
			this.take(items);
			empty = items.length === 0 ? empty + 1 : 0;
		}
	}

	private take(items: IDataObject[]): void {
		for (const { serial, dedupeKey } of items) {
			const keys = this.delivered.get(serial as number) ?? [];
			this.delivered.set(serial as number, [...keys, dedupeKey]);
		}
	}
}

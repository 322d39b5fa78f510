import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Fault, Sandbox } from '../../../../sandbox/index';
import { setClock } from '../clock';
import { settlementRigOn, type PollOptions, type PollRig } from './pollRig';
import { truthOfTrigger, type TriggerOn } from './settlementTruth';

/** How the trigger, n8n and the sandbox are set. */
export const settings = fc.record({
	host: fc.constantFrom('older' as const, 'newer' as const),
	startFrom: fc.constantFrom('now', 'beginning'),
	ledgers: fc.constantFrom('all', 'selected'),
	/** Of a poll: a few, some, or all that there is. */
	most: fc.constantFrom('few' as const, 'some' as const, 'all' as const, 'all' as const),
	/** Ledgers that are granted later. */
	missing: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
	switches: fc.record({
		dateCloses: fc.constantFrom('payout' as const, 'midnight' as const),
		openDate: fc.constantFrom('tryLater' as const, 'notFound' as const),
		emptyReportPages: fc.constantFrom('never' as const, 'between' as const),
		reportNoAccess: fc.constantFrom('notFound' as const, 'empty' as const),
		reportPages: fc.constantFrom('large' as const, 'small' as const),
	}),
});

export type Settings = typeof settings extends fc.Arbitrary<infer Value> ? Value : never;

/** Paid out weekly, monthly, daily with invoiced fees, daily with a reserve, and one without traffic. */
const LEDGERS = ['302334', '310488', '451207', '602118', '602745'];
/** With the one payout that comes back. */
const LEDGERS_OF_RETURN = ['302321', '602118'];

/** A month ends and summer time begins behind it; a payout comes back behind the other. */
const START = '2026-03-26T12:00:00Z';
const START_OF_RETURN = '2026-06-03T12:00:00Z';
/** Any test is over after so many days. */
export const MOST_DAYS = 9;

/** What exists for so long has to be delivered by a poll: the trigger keeps to the days of Norway. */
const DELAY_MS = 2 * 3_600_000;

const MOST_ITEMS = { few: 7, some: 40, all: 5000 };

/** A settlement trigger that polls the sandbox, what it delivered, and what it should have. */
export class SettlementRun {
	/** By ledger, in order. An item that came again after a crash is there once. */
	private readonly delivered = new Map<string, IDataObject[]>();

	private readonly keys = new Set<unknown>();

	/** By ledger: from when on it is read; undefined: from its first entry on. */
	private readonly since = new Map<string, string | undefined>();

	private hasCrashed = false;

	private readonly ledgers: string[];

	private readonly maxItems: number;

	private readonly rig: PollRig;

	constructor(
		private readonly sandbox: Sandbox,
		private readonly triggerOn: TriggerOn,
		private readonly settings: Settings,
	) {
		const { host, startFrom, ledgers, most, missing, switches } = settings;
		const isReturn = triggerOn === 'payoutReturned';
		this.ledgers = isReturn ? LEDGERS_OF_RETURN : LEDGERS;
		this.at(isReturn ? START_OF_RETURN : START);
		Object.assign(sandbox.switches, switches);
		sandbox.faults.clear();
		sandbox.withdrawn.clear();
		for (const { ledgerId } of sandbox.ledgers()) {
			if (!this.ledgers.includes(ledgerId)) sandbox.withdrawn.add(ledgerId);
		}
		if (ledgers === 'all') for (const ledger of missing) this.withdraw(ledger);
		this.rig = settlementRigOn(sandbox, host);
		const isOfEntries = triggerOn === 'transaction' || triggerOn === 'fee';
		this.maxItems = isOfEntries ? Math.min(10 * MOST_ITEMS[most], 5000) : MOST_ITEMS[most];
		this.rig.set({
			...{ triggerOn, startFrom, ledgers, output: isOfEntries ? 'entries' : 'raw' },
			...(ledgers === 'selected' && { ledgerIds: this.ledgers }),
			options: { maxItems: this.maxItems },
		});
	}

	/** Switches the trigger on. */
	async activate(): Promise<void> {
		const since = this.settings.startFrom === 'now' ? this.now() : undefined;
		for (const ledgerId of this.ledgers) {
			this.since.set(ledgerId, this.isGranted(ledgerId) ? since : undefined);
		}
		await this.poll({ isActivation: true });
	}

	/** Time goes on, for the sandbox and for the trigger. */
	wait(hours: number): void {
		this.at(new Date(Date.parse(this.now()) + hours * 3_600_000).toISOString());
	}

	withdraw(ledger: number): void {
		this.sandbox.withdrawn.add(this.idOf(ledger));
	}

	grant(ledger: number): void {
		this.sandbox.withdrawn.delete(this.idOf(ledger));
	}

	set reportPages(size: 'large' | 'small') {
		this.sandbox.switches.reportPages = size;
	}

	expireTokens(): void {
		this.sandbox.expireTokens();
	}

	restart(): void {
		this.rig.restart();
	}

	/** Polls. Whatever comes is what happened next on its ledger, and from a ledger that can be read comes all that there is. */
	async poll(options: PollOptions = {}, failing: string[] = []): Promise<number> {
		this.hasCrashed ||= options.crashes === true;
		const readable = this.ledgers.filter((id) => this.isGranted(id) && !failing.includes(id));
		const items = await this.rig.poll(options).catch((error: Error) => error);
		if (items instanceof Error) {
			expect({ readable, error: items.message }).toMatchObject({ readable: [] });
			return 0;
		}
		expect(items.length).toBeLessThanOrEqual(this.maxItems);
		for (const item of items) this.take(item);
		for (const ledgerId of this.ledgers) {
			const delivered = this.deliveredOf(ledgerId);
			const truth = this.truth(ledgerId, this.now());
			expect(delivered).toEqual(truth.slice(0, delivered.length).map(expect.objectContaining));
			if (this.settings.most !== 'all' || !readable.includes(ledgerId)) continue;
			const due = this.truth(ledgerId, new Date(Date.parse(this.now()) - DELAY_MS).toISOString());
			expect(delivered.slice(0, due.length)).toHaveLength(due.length);
		}
		return items.length;
	}

	/** Polls while calls fail: those of one ledger, or of any. */
	async pollFailing(fault: Fault, ledger?: number): Promise<void> {
		const ledgerId = ledger === undefined ? undefined : this.idOf(ledger);
		this.sandbox.faults.add({ ...fault, ...(ledgerId && { path: `/ledgers/${ledgerId}/` }) });
		// A rate limit is one of the keys: what is left of the poll may have to wait on every ledger.
		const isOfAll = ledgerId === undefined || fault.status === 429;
		await this.poll({}, isOfAll ? this.ledgers : [ledgerId]);
		this.sandbox.faults.clear();
	}

	/** Grants everything, and polls until nothing comes any more: then everything has come. */
	async settle(): Promise<void> {
		for (const ledgerId of this.ledgers) this.sandbox.withdrawn.delete(ledgerId);
		const noon = new Date(Date.parse(this.now()) + 86_400_000).toISOString().slice(0, 10);
		this.at(`${noon}T12:00:00Z`);
		for (let empty = 0; empty < 2; ) empty = (await this.poll()) === 0 ? empty + 1 : 0;
		for (const ledgerId of this.ledgers) {
			expect(this.deliveredOf(ledgerId)).toHaveLength(this.truth(ledgerId, this.now()).length);
		}
	}

	private take(item: IDataObject): void {
		if (this.keys.has(item.dedupeKey)) {
			expect({ hasCrashed: this.hasCrashed, item }).toMatchObject({ hasCrashed: true });
			return;
		}
		this.keys.add(item.dedupeKey);
		const ledgerId = String(item.ledgerId);
		this.delivered.set(ledgerId, [...this.deliveredOf(ledgerId), item]);
	}

	private deliveredOf = (ledgerId: string) => this.delivered.get(ledgerId) ?? [];

	private truth = (ledgerId: string, until: string) =>
		truthOfTrigger(this.sandbox, this.triggerOn, ledgerId, {
			since: this.since.get(ledgerId),
			until,
		});

	private isGranted = (ledgerId: string) => !this.sandbox.withdrawn.has(ledgerId);

	private now = () => this.sandbox.clock.now().toISOString();

	private idOf = (ledger: number) => this.ledgers[ledger % this.ledgers.length] ?? '';

	private at(instant: string): void {
		this.sandbox.clock.set(instant);
		setClock(instant);
		// The first retry is at once.
		jest.spyOn(Math, 'random').mockReturnValue(0);
	}
}

import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { ReportEntry, Sandbox } from '../../../../sandbox/index';
import { amountOf, datesFrom, truthOf } from '../settlement/truth';

/** What may start a workflow by the settlement trigger. */
export const triggers = [
	'payoutScheduled',
	'payoutReturned',
	'dateFinal',
	'transaction',
	'fee',
] as const;
export type TriggerOn = (typeof triggers)[number];

/** From when on a ledger is read, and until when. ISO, UTC. */
export interface Span {
	/** Undefined: from the first entry on. */
	since?: string;
	until: string;
}

/**
 * What the settlement trigger has to deliver of a ledger, in order, by the sandbox's own books: of each item the fields that these tell.
 * Payouts are in minor units, and transactions and fees as they were sent.
 */
export function truthOfTrigger(
	sandbox: Sandbox,
	triggerOn: TriggerOn,
	ledgerId: string,
	{ since, until }: Span,
): IDataObject[] {
	const happenedUntil = (instant: string) =>
		at(sandbox, instant, () => happened[triggerOn](sandbox, ledgerId));
	if (triggerOn === 'dateFinal') {
		return at(sandbox, until, () => finalDates(sandbox, ledgerId, since?.slice(0, 10)));
	}
	// History never changes: what is new comes behind what was there.
	return happenedUntil(until).slice(since === undefined ? 0 : happenedUntil(since).length);
}

/** What the sandbox tells when its clock stands at an instant. */
function at<Told>(sandbox: Sandbox, instant: string, tell: () => Told): Told {
	const now = sandbox.clock.now().toISOString();
	sandbox.clock.set(instant);
	try {
		return tell();
	} finally {
		sandbox.clock.set(now);
	}
}

type Happened = (sandbox: Sandbox, ledgerId: string) => IDataObject[];

const asSent = (ledgerId: string, entries: ReportEntry[]): IDataObject[] =>
	entries.map((entry) => JSON.parse(JSON.stringify({ ledgerId, ...entry })) as IDataObject);

const happened: Record<TriggerOn, Happened> = {
	transaction: (sandbox, ledgerId) => asSent(ledgerId, sandbox.movements(ledgerId, 'funds')),
	fee: (sandbox, ledgerId) => asSent(ledgerId, sandbox.movements(ledgerId, 'fees')),
	payoutScheduled: (sandbox, ledgerId) =>
		truthOf(sandbox, ledgerId).payouts.map((payout) => ({
			...{ ledgerId, payoutNumber: payout.payoutNumber, payout: payout.payout },
			...{ opening: payout.opening, closing: payout.closing, ledgerDates: payout.ledgerDates },
		})),
	payoutReturned: (sandbox, ledgerId) =>
		sandbox
			.movements(ledgerId, 'funds')
			.filter(({ entryType }) => entryType === 'payout-aborted')
			.map(({ ledgerDate, amount }) => ({ ledgerId, returnedDate: ledgerDate, payout: amount })),
	dateFinal: finalDates,
};

const timeZones: Record<string, string> = {
	NOK: 'Europe/Oslo',
	DKK: 'Europe/Copenhagen',
	EUR: 'Europe/Helsinki',
};

/** The statements of the dates that are final, from a date on; undefined: from that of the first entry on. */
function finalDates(sandbox: Sandbox, ledgerId: string, from?: string): IDataObject[] {
	const entries = sandbox.movements(ledgerId, 'funds');
	const first = from ?? entries[0]?.ledgerDate;
	const last = lastFinalDate(sandbox, ledgerId, entries);
	if (first === undefined || last === undefined) return [];
	let balance: number | null = null;
	return datesFrom(first, last).map((ledgerDate) => {
		const ofDate = sandbox.movementsOfDate(ledgerId, 'funds', ledgerDate);
		const opening = ofDate[0]?.balanceBefore ?? balance;
		balance = ofDate.at(-1)?.balanceAfter ?? balance;
		return {
			...{ ledgerId, ledgerDate, opening: major(opening), closing: major(balance) },
			sales: major(amountOf(ofDate, 'capture')),
			payouts: major(amountOf(ofDate, 'payout-scheduled')),
		};
	});
}

/** A date is final by the payout that covers it, or half an hour after midnight where the merchant is. */
function lastFinalDate(
	{ switches, clock, ledgers }: Sandbox,
	ledgerId: string,
	entries: ReportEntry[],
): string | undefined {
	if (switches.dateCloses === 'payout') {
		return entries.findLast(({ entryType }) => entryType === 'payout-scheduled')?.ledgerDate;
	}
	const currency = ledgers().find((ledger) => ledger.ledgerId === ledgerId)?.currency ?? '';
	const there = DateTime.fromJSDate(clock.now(), { zone: timeZones[currency] });
	return there.minus({ minutes: 30 }).minus({ days: 1 }).toISODate() ?? undefined;
}

const major = (amount: number | null): number | null => (amount === null ? null : amount / 100);

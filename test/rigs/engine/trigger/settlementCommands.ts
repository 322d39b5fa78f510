import fc from 'fast-check';

import type { Fault } from '../../../../sandbox/index';
import { Command, Grant, Poll, Restart, Withdraw } from './command';
import { MOST_DAYS, type SettlementRun } from './settlementRun';

/** What is known without the trigger. */
export interface Model {
	/** How much time has passed. */
	hours: number;
}

abstract class Always extends Command<Model, SettlementRun> {}

/** Time goes on. */
class Wait extends Always {
	constructor(readonly hours: number) {
		super();
	}

	override check = ({ hours }: Readonly<Model>) => hours + this.hours <= MOST_DAYS * 24;

	async run(model: Model, real: SettlementRun) {
		model.hours += this.hours;
		real.wait(this.hours);
	}
}

/** Polls while calls fail: those of one ledger, or any. */
class PollFailing extends Always {
	constructor(
		readonly fault: Fault,
		readonly ledger?: number,
	) {
		super();
	}

	async run(_: Model, real: SettlementRun) {
		await real.pollFailing(this.fault, this.ledger);
	}
}

class ExpireTokens extends Always {
	async run(_: Model, real: SettlementRun) {
		real.expireTokens();
	}
}

/** n8n is killed when the items of a poll are passed on, before anything is saved. */
class Crash extends Always {
	async run(_: Model, real: SettlementRun) {
		await real.poll({ crashes: true });
	}
}

/** The server has pages of another size from now on. */
class Resize extends Always {
	constructor(readonly pages: 'large' | 'small') {
		super();
	}

	async run(_: Model, real: SettlementRun) {
		real.reportPages = this.pages;
	}
}

const ledger = fc.nat(4);

/** Of the calls of one ledger: all of them fail, some of them do, or the connection does. */
const faults = fc.oneof(
	fc.record<Fault>({
		kind: fc.constant('status' as const),
		status: fc.constantFrom(500, 503, 400, 401, 403, 404),
		shape: fc.constantFrom('problem' as const, 'gateway' as const, 'html' as const),
	}),
	fc.constant<Fault>({ kind: 'status', status: 429, shape: 'gateway', retryAfter: '0' }),
	fc.record<Fault>({
		kind: fc.constantFrom('notJson', 'cutJson', 'emptyBody', 'reset', 'truncated', 'emptyPage'),
	}),
);
/** Which of these calls: so that a call is repeated with success, or not. */
const calls = fc.record({
	from: fc.integer({ min: 1, max: 4 }),
	times: fc.constantFrom(1, 5, 1000),
});
const someFault = fc.tuple(faults, calls).map(([fault, which]): Fault => ({ ...fault, ...which }));
/** Those that end a poll for all ledgers. */
const faultsOfAll = fc.constantFrom<Fault>(
	{ kind: 'status', status: 429, shape: 'gateway', retryAfter: '3600', from: 3 },
	{ kind: 'shortToken', calls: 3 },
	{ kind: 'status', status: 401, shape: 'gateway' },
	{ kind: 'status', status: 500, path: '/settlement' },
	{ kind: 'status', status: 500, path: '/miami' },
	{ kind: 'status', status: 500, path: '/dates' },
);

const oneCommand: fc.Arbitrary<Command<Model, SettlementRun>> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom(1, 5, 13, 24, 30, 72).map((hours) => new Wait(hours)),
	},
	{ weight: 3, arbitrary: fc.constant(new Poll()) },
	{
		weight: 2,
		arbitrary: fc.tuple(someFault, ledger).map(([fault, of]) => new PollFailing(fault, of)),
	},
	{
		weight: 1,
		arbitrary: fc.oneof(someFault, faultsOfAll).map((fault) => new PollFailing(fault)),
	},
	{ weight: 1, arbitrary: fc.constant(new ExpireTokens()) },
	{ weight: 1, arbitrary: fc.constant(new Crash()) },
	{ weight: 1, arbitrary: fc.constant(new Restart()) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('large' as const, 'small' as const).map((size) => new Resize(size)),
	},
	{ weight: 1, arbitrary: ledger.map((of) => new Withdraw(of)) },
	{ weight: 1, arbitrary: ledger.map((of) => new Grant(of)) },
);

/** Whatever may happen between polls, and in them. */
export const commands = fc.commands<Model, SettlementRun, false>([oneCommand], { maxCommands: 24 });

import fc from 'fast-check';

import { Command, Grant, Poll, Restart, Withdraw } from './command';
import type { TriggerRun } from './triggerRun';

/** What is known without the trigger: which sales it has to deliver, and whether n8n crashed. */
export interface Model {
	/** Serial numbers of sales. */
	expected: Set<number>;
	hasCrashed: boolean;
}

abstract class Always extends Command<Model, TriggerRun> {}

/** Sales on a ledger. Cash sales have no PSP reference; equal ones have nothing that is different. */
class Sell extends Always {
	constructor(
		readonly ledger: number,
		readonly count: number,
		readonly isCash: boolean,
		readonly isEqual: boolean,
	) {
		super();
	}

	async run(model: Model, real: TriggerRun) {
		const equal = this.isEqual
			? { reference: 'same', time: new Date(Date.now() + 1000).toISOString() }
			: {};
		for (let sold = 0; sold < this.count; sold++) {
			const serial = real.sell(this.ledger, {
				...(this.isCash && { pspReference: null, ...equal }),
			});
			if (serial !== undefined && real.reads(this.ledger)) model.expected.add(serial);
		}
	}
}

/** Calls for a ledger, or for the list of ledgers, fail. */
class Fail extends Always {
	constructor(
		readonly ledger: number,
		readonly status: number,
		readonly times: number,
	) {
		super();
	}

	async run(_: Model, real: TriggerRun) {
		real.fail(this.ledger, this.status, this.times);
	}
}

/** n8n is killed when the items of a poll are passed on, before anything is saved. */
class Crash extends Always {
	async run(model: Model, real: TriggerRun) {
		model.hasCrashed = true;
		await real.poll({ crashes: true });
	}
}

const ledger = fc.nat(5);
const times = fc.integer({ min: 1, max: 12 });
const status = fc.constantFrom(500, 503, 403, 404, 400, 200);
const oneCommand: fc.Arbitrary<Command<Model, TriggerRun>> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.tuple(ledger, times, fc.boolean(), fc.boolean())
			.map((values) => new Sell(...values)),
	},
	{ weight: 2, arbitrary: fc.tuple(ledger, status, times).map((values) => new Fail(...values)) },
	{ weight: 1, arbitrary: ledger.map((number) => new Withdraw(number)) },
	{ weight: 1, arbitrary: ledger.map((number) => new Grant(number)) },
	{ weight: 3, arbitrary: fc.constant(new Poll()) },
	{ weight: 1, arbitrary: fc.constant(new Crash()) },
	{ weight: 1, arbitrary: fc.constant(new Restart()) },
);

/** Whatever may happen between polls, and in them. */
export const commands = fc.commands<Model, TriggerRun, false>([oneCommand], { maxCommands: 40 });

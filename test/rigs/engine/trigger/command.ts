import type fc from 'fast-check';

/** A command of a model test that is always possible. */
export abstract class Command<Model extends object, Real> implements fc.AsyncCommand<Model, Real> {
	check: (model: Readonly<Model>) => boolean = () => true;

	abstract run(model: Model, real: Real): Promise<void>;

	toString(): string {
		return `${this.constructor.name}(${JSON.stringify(this)})`;
	}
}

/** What the tests of either trigger do. */
interface Polled {
	poll(options?: { crashes?: boolean }): Promise<unknown>;
	restart(): void;
	/** Takes the access to a ledger away. */
	withdraw(ledger: number): void;
	grant(ledger: number): void;
}

export class Poll extends Command<object, Polled> {
	async run(_: object, real: Polled) {
		await real.poll();
	}
}

export class Restart extends Command<object, Polled> {
	async run(_: object, real: Polled) {
		real.restart();
	}
}

export class Withdraw extends Command<object, Polled> {
	constructor(readonly ledger: number) {
		super();
	}

	async run(_: object, real: Polled) {
		real.withdraw(this.ledger);
	}
}

export class Grant extends Command<object, Polled> {
	constructor(readonly ledger: number) {
		super();
	}

	async run(_: object, real: Polled) {
		real.grant(this.ledger);
	}
}

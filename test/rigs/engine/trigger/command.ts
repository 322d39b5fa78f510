import type fc from 'fast-check';

/** A command of a model test that is always possible. */
export abstract class Command<Model extends object, Real> implements fc.AsyncCommand<Model, Real> {
	check: (model: Readonly<Model>) => boolean = () => true;

	abstract run(model: Model, real: Real): Promise<void>;

	toString(): string {
		return `${this.constructor.name}(${JSON.stringify(this)})`;
	}
}

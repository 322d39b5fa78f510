/**
 * Loaded into n8n before anything else (`node --require`): its clock starts at `CLOCK_START` and goes on from there. So
 * "yesterday" is the same day in every run.
 */
const start = Date.parse(process.env.CLOCK_START);
const real = Date;
const realNow = Date.now;
const offset = start - realNow();
const now = () => realNow() + offset;

real.now = now;
globalThis.Date = new Proxy(real, {
	construct: (target, args, newTarget) =>
		Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
	apply: (target) => new target(now()).toString(),
});
real.prototype.constructor = globalThis.Date;

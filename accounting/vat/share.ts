import { compare } from '../compare';

/**
 * Divides an amount in proportion to weights, by largest remainder: the shares add up to it. Of equal remainders the earlier one gets the unit
 * that is left.
 *
 * @param weights not negative, of which one at least is not 0
 */
export function share(amount: number, weights: readonly number[]): number[] {
	const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
	const whole = BigInt(Math.abs(amount));
	const parts = weights.map((weight, at) => {
		const product = whole * BigInt(weight);
		return { at, units: product / total, remainder: product % total };
	});
	const units = parts.map((part) => part.units);
	const left = whole - units.reduce((all, each) => all + each, 0n);
	const byRemainder = parts.toSorted((one, other) => compare(other.remainder, one.remainder));
	for (const { at } of byRemainder.slice(0, Number(left))) units[at] = (units[at] ?? 0n) + 1n;
	return units.map((each) => Math.sign(amount) * Number(each) + 0);
}

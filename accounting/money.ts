import { ShapeError } from './shapeError';

/** Up to so many digits, every number has a decimal number of its own. */
const LARGEST_OF_15_DIGITS = 999_999_999_999_999;

/**
 * A wire amount in minor units, null if Vipps gave none.
 *
 * @param pathOf gives the field's path in the sale
 * @throws ShapeError for anything but a whole number that can be shown exactly with these decimals
 */
export function readAmount(value: unknown, decimals: number, pathOf: () => string): number | null {
	if (value === null || value === undefined) return null;
	if (!Number.isSafeInteger(value)) {
		throw new ShapeError(pathOf(), value, 'not a whole number of minor units');
	}
	// Never negative zero.
	const amount = (value as number) + 0;
	if (Math.abs(amount) > LARGEST_OF_15_DIGITS && !isExact(amount, decimals)) {
		throw new ShapeError(pathOf(), value, `too much to be shown with ${decimals} decimals`);
	}
	return amount;
}

const isExact = (amount: number, decimals: number): boolean =>
	toMajorUnits(amount, decimals)?.toFixed(decimals).replace('.', '') === String(amount);

/** Minor units as a decimal in major units: 12345 → 123.45 with two decimals, null if there is no amount. */
export function toMajorUnits(amount: number | null, decimals: number): number | null {
	return amount === null ? null : amount / 10 ** decimals;
}

/** Minor units as text with all decimals: -12300 → "−123.00" with two. */
export function formatAmount(amount: number, decimals: number): string {
	const digits = BigInt(Math.abs(amount))
		.toString()
		.padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const rest = decimals > 0 ? `.${digits.slice(-decimals)}` : '';
	return `${amount < 0 ? '−' : ''}${whole}${rest}`;
}

/** The sum of whole numbers: exact if it is a safe integer, else no safe integer either. */
export function sum(amounts: number[]): number {
	let total = 0;
	for (const amount of amounts) {
		total += amount;
		if (!Number.isSafeInteger(total)) {
			return Number(amounts.reduce((all, each) => all + BigInt(each), 0n));
		}
	}
	return total;
}

/** A number of this size and this sign, never negative zero; null if there is none. */
export function withSign(value: number | null, sign: 1 | -1): number | null {
	return value === null ? null : sign * Math.abs(value) + 0;
}

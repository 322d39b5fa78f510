/**
 * A wire amount in minor units as a decimal in major units: 12345 → 123.45, null where Vipps gave none.
 * Two decimals fit every currency of Vipps MobilePay (NOK, DKK, EUR).
 *
 * @param sign -1 to turn the amount's sign
 * @throws TypeError when the value is anything but a whole number of minor units
 */
export function toMajorUnits(amount: unknown, field: string, sign: 1 | -1 = 1): number | null {
	if (amount === null || amount === undefined) return null;
	if (!Number.isSafeInteger(amount)) {
		throw new TypeError(
			`${field} is ${JSON.stringify(amount)}, not a whole number of minor units. Set Output to Entries to get the sale exactly as Vipps sent it.`,
		);
	}
	return signed(amount as number, sign) / 100;
}

/** The number times the sign, never the negative zero. */
export function signed(value: number, sign: 1 | -1): number {
	return sign === 1 || value === 0 ? value : -value;
}

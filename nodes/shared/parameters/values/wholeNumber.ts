import { invalidParameter } from './invalidParameter';
import { readValue, type Parameter, type ParameterContext } from './value';

/**
 * A whole number from 1 up. An expression may give it as a text of digits.
 *
 * @param max Infinity: no upper bound
 *
 * @throws NodeOperationError if it is not a whole number, or out of bounds
 */
export function readWholeNumber(
	context: ParameterContext,
	field: Parameter,
	max = Infinity,
): number {
	const given = readValue(context, field);
	const number = typeof given === 'string' && /^\s*\d+\s*$/.test(given) ? Number(given) : given;
	if (Number.isInteger(number) && Number(number) >= 1 && Number(number) <= max) {
		return Number(number);
	}
	const upTo = Number.isFinite(max) ? ` to ${max}` : '';
	throw invalidParameter(context, { ...field, given, wanted: `a whole number from 1${upTo}` });
}

import { givenOf, type Field, type ParameterContext } from './value';
import { refusal } from './invalidParameter';

/**
 * A whole number from 1 on. An expression may give it as a text of digits.
 *
 * @param max Infinity: no bound
 *
 * @throws NodeOperationError when it is none, or out of bounds
 */
export function readWholeNumber(context: ParameterContext, field: Field, max = Infinity): number {
	const given = givenOf(context, field);
	const number = typeof given === 'string' && /^\s*\d+\s*$/.test(given) ? Number(given) : given;
	if (Number.isInteger(number) && Number(number) >= 1 && Number(number) <= max) {
		return Number(number);
	}
	const upTo = Number.isFinite(max) ? ` to ${max}` : '';
	throw refusal(context, { ...field, given, wanted: `a whole number from 1${upTo}` });
}

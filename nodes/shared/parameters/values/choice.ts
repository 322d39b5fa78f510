import { givenOf, type Field, type ParameterContext } from './value';
import { refusal } from './invalidParameter';

/**
 * The choice that was made in a parameter with options.
 *
 * @throws NodeOperationError when an expression gives a value that is no option
 */
export function readOneOf<Value extends string>(
	context: ParameterContext,
	field: Field,
	values: readonly Value[],
): Value {
	const given = givenOf(context, field);
	const known = values.find((value) => value === given);
	if (known !== undefined) return known;
	throw refusal(context, { ...field, given, wanted: choiceOf(values) });
}

/** `cursor`, `a or b`, `a, b or c` */
function choiceOf(values: readonly string[]): string {
	const rest = values.slice(0, -1).join(', ');
	return [rest, values.at(-1)].filter(Boolean).join(' or ');
}

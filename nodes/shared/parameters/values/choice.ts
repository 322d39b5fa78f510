import { invalidParameter } from './invalidParameter';
import { readValue, type Parameter, type ParameterContext } from './value';

/**
 * The selected option of a parameter.
 *
 * @throws NodeOperationError if an expression gives a value that is not an option
 */
export function readChoice<Value extends string>(
	context: ParameterContext,
	field: Parameter,
	values: readonly Value[],
): Value {
	const given = readValue(context, field);
	const known = values.find((value) => value === given);
	if (known !== undefined) return known;
	throw invalidParameter(context, { ...field, given, wanted: inWords(values) });
}

/** `cursor`, `a or b`, `a, b or c` */
function inWords(values: readonly string[]): string {
	const rest = values.slice(0, -1).join(', ');
	return [rest, values.at(-1)].filter(Boolean).join(' or ');
}

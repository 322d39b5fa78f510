import { invalidParameter } from './invalidParameter';
import { readValue, type Parameter, type ParameterContext } from './value';

/**
 * A boolean parameter. An expression may give it as a text.
 *
 * @throws NodeOperationError if it is neither true nor false
 */
export function readBoolean(context: ParameterContext, field: Parameter): boolean {
	const given = readValue(context, field);
	const word = typeof given === 'string' ? given.trim().toLowerCase() : given;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw invalidParameter(context, { ...field, given, wanted: 'true or false' });
}

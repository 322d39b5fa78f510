import { givenOf, type Field, type ParameterContext } from './value';
import { refusal } from './invalidParameter';

/**
 * A boolean parameter. An expression may give it as a text.
 *
 * @throws NodeOperationError when it is neither true nor false
 */
export function readTrueOrFalse(context: ParameterContext, field: Field): boolean {
	const given = givenOf(context, field);
	const word = typeof given === 'string' ? given.trim().toLowerCase() : given;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw refusal(context, { ...field, given, wanted: 'true or false' });
}

import { isSegment } from '../../../../vipps/http/path';
import { invalidParameter } from './invalidParameter';
import { readValue, type Parameter, type ParameterContext } from './value';

/** A value that was given for a parameter, or for one of the entries of its list. */
type Given = Pick<Parameter, 'parameter' | 'itemIndex'> & { given: unknown };

/**
 * A text without the spaces that pasting leaves around it; empty if there is none. A number counts as a text: an expression makes one of
 * an ID that is all digits.
 *
 * @throws NodeOperationError if it is something else
 */
export function toText(context: ParameterContext, field: Given): string {
	const { given } = field;
	if (given === undefined || given === null) return '';
	if (typeof given === 'string') return given.trim();
	if (Number.isSafeInteger(given)) return String(given);
	const isTooLong = Number.isInteger(given);
	const wanted = isTooLong ? 'a text, since a number that long loses digits' : 'a text';
	throw invalidParameter(context, { ...field, wanted });
}

/** @throws NodeOperationError as {@link toText} does */
export const readText = (context: ParameterContext, field: Parameter): string =>
	toText(context, { ...field, given: readValue(context, field) });

/**
 * An opaque ID, as the string to send.
 *
 * @throws NodeOperationError if it is not a text, is empty, or cannot be part of a path
 */
export function readIdentifier(context: ParameterContext, field: Parameter): string {
	const given = readValue(context, field);
	const id = toText(context, { ...field, given });
	const refuse = (wanted: string) => invalidParameter(context, { ...field, given, wanted });
	if (id === '') throw refuse('filled in');
	if (!isSegment(id)) throw refuse('an ID that fits into a web address');
	return id;
}

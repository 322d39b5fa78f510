import { isSegment } from '../../../../vipps/http/path';
import { givenOf, type Field, type ParameterContext } from './value';
import { refusal } from './invalidParameter';

/** A value that was given for a parameter, or for one of the entries of its list. */
type Given = Pick<Field, 'parameter' | 'itemIndex'> & { given: unknown };

/**
 * A text without the blanks that pasting leaves around it; empty where there is none. A number is what an expression makes of an
 * all-digit ID.
 *
 * @throws NodeOperationError when it is something else
 */
export function textOf(context: ParameterContext, field: Given): string {
	const { given } = field;
	if (given === undefined || given === null) return '';
	if (typeof given === 'string') return given.trim();
	if (Number.isSafeInteger(given)) return String(given);
	const isTooLong = Number.isInteger(given);
	const wanted = isTooLong ? 'a text, since a number that long loses digits' : 'a text';
	throw refusal(context, { ...field, wanted });
}

/** @throws NodeOperationError as {@link textOf} does */
export const readText = (context: ParameterContext, field: Field): string =>
	textOf(context, { ...field, given: givenOf(context, field) });

/**
 * An opaque ID, as the string to send.
 *
 * @throws NodeOperationError when it is no text, empty, or no path can carry it
 */
export function readIdentifier(context: ParameterContext, field: Field): string {
	const given = givenOf(context, field);
	const id = textOf(context, { ...field, given });
	const refuse = (wanted: string) => refusal(context, { ...field, given, wanted });
	if (id === '') throw refuse('filled in');
	if (!isSegment(id)) throw refuse('an ID that fits into a web address');
	return id;
}

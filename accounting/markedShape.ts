import type { IDataObject } from 'n8n-workflow';

import { preview, shorten } from '../vipps/outcome/preview';
import { asShapeError } from './shapeError';

/** Maps an entry to items. */
type Shape<Entry, Origin> = (entry: Entry, origin: Origin) => IDataObject[];

/**
 * The shape, or for an entry that does not fit, the entry as it was sent with the reason in words (`shapeError`): it is neither lost nor
 * changed.
 *
 * @param unshaped how an entry is shown that does not fit
 * @param describe names an entry for a person who looks for it
 */
export function orMarked<Entry extends IDataObject, Origin>(
	shape: Shape<Entry, Origin>,
	unshaped: (entry: Entry, origin: Origin) => IDataObject,
	describe: (entry: Entry, origin: Origin) => string,
): Shape<Entry, Origin> {
	return (entry, origin) => {
		try {
			return shape(entry, origin);
		} catch (error) {
			const { message } = asShapeError(error);
			const shapeError = `${describe(entry, origin)}: ${message}`;
			return [{ ...unshaped({ shapeError, ...entry }, origin), shapeError }];
		}
	};
}

const LONGEST_TEXT = 80;

/** Names an entry by what is known of it: `Sale on ledger 302321, 2026-05-16, reference abc`. */
export function nameEntry(
	what: string,
	parts: Array<readonly [what: string, value: unknown]>,
): string {
	const known = parts.flatMap(([name, value]) => {
		if (value === undefined || value === null || value === '') return [];
		return `, ${name}${typeof value === 'string' ? shorten(value, LONGEST_TEXT) : preview(value)}`;
	});
	return `${what}${known.join('')}`;
}

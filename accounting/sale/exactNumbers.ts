import type { SalesEntry } from '../../vipps/api/salesEntry';
import { ShapeError } from '../shapeError';

/** The fields of a sale and its lines that are texts. */
const textFields = new Set([
	'entryType',
	'time',
	'reference',
	'pspReference',
	'currency',
	'paymentType',
	'solution',
	'salesCategory',
	'lineId',
	'name',
	'category',
]);

/** A field of a line is in the sale, the list and the line. */
const DEEPEST = 3;

/**
 * Checks that no number in a sale lost digits when its JSON was parsed: a number that is too large to be exact, or a fraction in a field that
 * should be a text, such as a reference. Fields deeper than those of a line are not checked.
 *
 * @throws ShapeError
 */
export function assertExactNumbers(entry: SalesEntry): void {
	const found = inexactIn(entry as Fields, 1);
	if (found === undefined) return;
	const path = found.names.join('.').replace(/\.(\d+)/g, '[$1]');
	throw new ShapeError(path, found.value, 'a number that may have lost digits');
}

type Fields = Record<string, unknown>;

/** The first such number, with the names of the fields that it is in, outermost first. */
function inexactIn(parent: Fields, depth: number): { names: string[]; value: number } | undefined {
	// Faster than a list of entries; parsed JSON inherits nothing.
	for (const name in parent) {
		const value = parent[name];
		if (typeof value === 'number') {
			if (isInexact(name, value)) return { names: [name], value };
		} else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
			const found = inexactIn(value as Fields, depth + 1);
			if (found !== undefined) return { ...found, names: [name, ...found.names] };
		}
	}
	return undefined;
}

const isInexact = (name: string, value: number): boolean =>
	Math.abs(value) > Number.MAX_SAFE_INTEGER || (!Number.isInteger(value) && textFields.has(name));

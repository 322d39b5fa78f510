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
	// Finding where it is takes longer, and is seldom wanted.
	const found = hasInexact(entry as Fields, 1) ? findInexact(entry as Fields, 1) : undefined;
	if (found === undefined) return;
	const path = found.names.join('.').replace(/\.(\d+)/g, '[$1]');
	throw new ShapeError(path, found.value, 'a number that may have lost digits');
}

type Fields = Record<string, unknown>;

function hasInexact(parent: Fields | unknown[], depth: number): boolean {
	if (Array.isArray(parent)) {
		for (const value of parent) if (isInexact('', value, depth)) return true;
		return false;
	}
	// Faster than a list of entries; parsed JSON inherits nothing.
	for (const name in parent) if (isInexact(name, parent[name], depth)) return true;
	return false;
}

/** Whether a value is such a number, or holds one. */
function isInexact(name: string, value: unknown, depth: number): boolean {
	if (typeof value === 'number') {
		return (
			Math.abs(value) > Number.MAX_SAFE_INTEGER ||
			(!Number.isInteger(value) && textFields.has(name))
		);
	}
	return typeof value === 'object' && value !== null && depth < DEEPEST
		? hasInexact(value as Fields | unknown[], depth + 1)
		: false;
}

/** The first such number, with the names of the fields that it is in, outermost first. */
function findInexact(
	parent: Fields,
	depth: number,
): { names: string[]; value: unknown } | undefined {
	const [name, value] =
		Object.entries(parent).find(([field, given]) => isInexact(field, given, depth)) ?? [];
	if (name === undefined) return undefined;
	const within = typeof value === 'object' ? findInexact(value as Fields, depth + 1) : undefined;
	return { names: [name, ...(within?.names ?? [])], value: within ? within.value : value };
}

import { ShapeError } from './shapeError';

/** The fields of sales, their lines, and movements of money that are texts. */
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
	'ledgerDate',
	'recipientHandle',
	'message',
]);

/** A field of a line is in the sale, the list and the line. */
const DEEPEST = 3;

/**
 * Checks that no number in an entry lost digits when its JSON was parsed: a number that is too large to be exact, or a fraction in a field that
 * should be a text, such as a reference. Fields deeper than those of a line are not checked.
 *
 * @throws ShapeError
 */
export function assertExactNumbers(entry: object): void {
	const found = inexactIn(entry as Fields, 1);
	if (found === undefined) return;
	const path = found.names.join('.').replace(/\.(\d+)/g, '[$1]');
	throw new ShapeError(path, found.value, 'a number that may have lost digits');
}

type Fields = Record<string, unknown>;

/** A number that is not exact, with the names of the fields that it is in, outermost first. */
interface Inexact {
	names: string[];
	value: number;
}

/** The first such number of a sale, or of a part of it. */
function inexactIn(parent: Fields, depth: number): Inexact | undefined {
	// Faster than a list of entries; parsed JSON inherits nothing.
	for (const name in parent) {
		const found = inexactAt(name, parent[name], depth);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The first such number of a list. Its names would be slower to go through than its places. */
function inexactOf(list: unknown[], depth: number): Inexact | undefined {
	for (let at = 0; at < list.length; at++) {
		const found = inexactAt(at, list[at], depth);
		if (found !== undefined) return found;
	}
	return undefined;
}

function inexactAt(name: string | number, value: unknown, depth: number): Inexact | undefined {
	if (typeof value === 'number') {
		return isInexact(name, value) ? { names: [String(name)], value } : undefined;
	}
	if (typeof value !== 'object' || value === null || depth === DEEPEST) return undefined;
	const found = Array.isArray(value)
		? inexactOf(value, depth + 1)
		: inexactIn(value as Fields, depth + 1);
	return found && { names: [String(name), ...found.names], value: found.value };
}

const isInexact = (name: string | number, value: number): boolean =>
	Math.abs(value) > Number.MAX_SAFE_INTEGER ||
	(!Number.isInteger(value) && textFields.has(String(name)));

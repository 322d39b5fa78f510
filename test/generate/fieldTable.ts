import type { Field } from './fields/field';
import { code, table } from './markdown';

const HEAD = ['Field', 'Type', 'What it is'];

/** Fields as a table. */
export const fieldTable = (fields: Field[]): string =>
	table(
		HEAD,
		fields.map(({ name, kind, unit, sign, meaning, none }) => [
			code(name),
			joined(', ', kind, unit, sign),
			joined('. ', meaning, none && none[0]?.toUpperCase() + none.slice(1)),
		]),
	);

const joined = (separator: string, ...texts: Array<string | undefined>): string =>
	texts.filter(Boolean).join(separator);

/** Every field of an item with its values, those of a list's parts together: `lines[].name`. */
export function valuesOf(item: object, prefix = ''): Array<[name: string, value: unknown]> {
	return Object.entries(item).flatMap(([key, value]: [string, unknown]) => {
		const name = `${prefix}${key}`;
		return [[name, value] as [string, unknown], ...insideOf(value, name)];
	});
}

function insideOf(value: unknown, name: string): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [];
	if (!Array.isArray(value)) return valuesOf(value, `${name}.`);
	return value.flatMap((part: unknown) =>
		typeof part === 'object' && part !== null ? valuesOf(part, `${name}[].`) : [],
	);
}

const isOfKind: Record<Field['kind'], (value: unknown) => boolean> = {
	text: (value) => typeof value === 'string',
	'whole number': Number.isSafeInteger,
	number: Number.isFinite,
	'true or false': (value) => typeof value === 'boolean',
	object: (value) => typeof value === 'object' && !Array.isArray(value),
	list: Array.isArray,
	nothing: () => false,
};

/** What the description of these items gets wrong: fields that it lacks or makes up, and values that do not fit. */
export function complaints(items: object[], fields: Field[]): string[] {
	const values = items.flatMap((item) => valuesOf(item));
	const seen = new Set(values.map(([name]) => name));
	const madeUp = fields.filter(({ name }) => !seen.has(name));
	const wrong = values.flatMap(([name, value]) => {
		const field = fields.find((known) => known.name === name);
		if (field === undefined) return `${name} is not described`;
		const isFit = value === null ? field.none?.includes('null') : isOfKind[field.kind](value);
		return isFit ? [] : `${name} is ${JSON.stringify(value)}, but described as ${field.kind}`;
	});
	return [...new Set([...madeUp.map(({ name }) => `no item has ${name}`), ...wrong])];
}

import type { NodePart } from './nodeParts';
import { parameterTable, type ParameterRow } from './parameters';

/** Parameters that several operations or triggers of a node have, by identity; by the part of the document that has them. */
export type CommonRows = Map<string, Map<string, ParameterRow>>;

/** `settlement-common`: what only Vipps Settlement and its trigger have; `common`: all else. */
const commonPart = (prefix: string): string => (prefix ? `${prefix}-common` : 'common');

/** The rows that several parts of a node share. What other nodes have as well stands with those of Vipps Sales, once. */
export function commonRows(parts: NodePart[]): CommonRows {
	const all = parts.flatMap(({ prefix, rows }) => rows.map((row) => ({ prefix, row })));
	const common: CommonRows = new Map();
	for (const { row } of all) {
		const prefixes = all
			.filter((other) => other.row.identity === row.identity)
			.map(({ prefix }) => prefix);
		if (new Set(prefixes).size === prefixes.length) continue;
		const part = commonPart(new Set(prefixes).size === 1 ? (prefixes[0] ?? '') : '');
		const rows = common.get(part) ?? new Map<string, ParameterRow>();
		if (!rows.has(row.identity)) common.set(part, rows.set(row.identity, row));
	}
	return common;
}

/**
 * What is told of the parameters of a part: its own, and the names of the common ones.
 *
 * @param path of the document that it is told in
 */
export function parametersText(rows: ParameterRow[], common: CommonRows, path: string): string[] {
	const isIn = (part: Map<string, ParameterRow>) => (row: ParameterRow) => part.has(row.identity);
	const own = rows.filter((row) => ![...common.values()].some((part) => isIn(part)(row)));
	const others = [...common].flatMap(([part, known]) => {
		const names = rows.filter(isIn(known)).map(({ displayName }) => displayName);
		return names.length > 0 ? [`${linkTo(part, path)}: ${names.join(', ')}.`] : [];
	});
	return [
		'#### Parameters',
		...(own.length > 0 ? [parameterTable(own)] : []),
		...(others.length > 0 ? [others.join(' ')] : []),
	];
}

function linkTo(part: string, path: string): string {
	const document = path === 'docs/operations.md' ? '' : 'operations.md';
	if (part === 'common') return `[Common parameters](${document}#common-parameters)`;
	const [first = '', ...others] = part.replace('-common', '');
	const name = `Vipps ${first.toUpperCase()}${others.join('')}`;
	return `[Those of ${name}](#common-parameters-of-${name.toLowerCase().replace(' ', '-')})`;
}

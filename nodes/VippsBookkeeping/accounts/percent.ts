/** Basis points of a percentage: 25, "25,5" or "25 %". Undefined if it is none, or has more than two decimals. */
export function toBasisPoints(given: unknown): number | undefined {
	const text = typeof given === 'number' ? String(given) : given;
	if (typeof text !== 'string') return undefined;
	const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text);
	if (!match) return undefined;
	const rate = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
	return rate <= 10_000 ? rate : undefined;
}

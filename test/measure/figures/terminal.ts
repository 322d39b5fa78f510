import Table from 'cli-table3';

import type { Section } from './section';

/** A table as a terminal shows it. */
export function asTerminalTable({ head, rows }: Pick<Section, 'head' | 'rows'>): string {
	const table = new Table({ head, style: { head: [], border: [], compact: true } });
	table.push(...rows);
	return table.toString();
}

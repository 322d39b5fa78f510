import Table from 'cli-table3';
import picocolors from 'picocolors';

/** An empty table with a head. The columns of texts are to the left, those of numbers to the right. */
export const tableWith = (head: readonly string[], texts: readonly string[]) =>
	new Table({
		head: head.map((title) => picocolors.bold(title)),
		colAligns: head.map((title) => (texts.includes(title) ? 'left' : 'right')),
		style: { head: [], border: [], compact: true },
	});

/** An amount in minor units for a reader: 123456789 → `1 234 567.89`. */
export function formatAmount(minor: number): string {
	const digits = String(Math.abs(minor)).padStart(3, '0');
	const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ' ');
	return `${minor < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

import { growthOf } from './memory';
import type { Totals } from './totals';

/** Why the soak failed, in words; empty if it passed. */
export function failuresOf(totals: Totals): string[] {
	const { kilobytesPer100Runs, grows } = growthOf(totals.samples);
	const counted: Array<[number, string]> = [
		[totals.sum('missing'), 'items are missing'],
		[totals.sum('duplicate'), 'items came twice'],
		[totals.leaked, 'secrets leaked'],
		[totals.hung, 'runs did not end'],
		[totals.findingCount, 'findings that should not be'],
	];
	const failures = counted
		.filter(([count]) => count > 0)
		.map(([count, what]) => `${count} ${what}`);
	if (grows)
		failures.push(`the heap grows by ${Math.round(kilobytesPer100Runs ?? 0)} kB per 100 runs`);
	if (totals.sum('runs') === 0) failures.push('nothing was run');
	return failures;
}

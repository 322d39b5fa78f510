import { growthOf } from './memory';
import type { Tally } from './totals';

/** Why the soak failed, in words; nothing when all is as promised. */
export function failuresOf(tally: Tally): string[] {
	const { kilobytesPer100Runs, grows } = growthOf(tally.samples);
	const counted: Array<[number, string]> = [
		[tally.sum('missing'), 'items are missing'],
		[tally.sum('duplicate'), 'items came twice'],
		[tally.leaked, 'secrets leaked'],
		[tally.hung, 'runs did not end'],
		[tally.problemCount, 'findings that should not be'],
	];
	const failures = counted
		.filter(([count]) => count > 0)
		.map(([count, what]) => `${count} ${what}`);
	if (grows)
		failures.push(`the heap grows by ${Math.round(kilobytesPer100Runs ?? 0)} kB per 100 runs`);
	if (tally.sum('runs') === 0) failures.push('nothing was run');
	return failures;
}

import { grouped, type Section } from '../../figures/section';
import { growthOf, MOST_GROWTH_KB } from './memory';
import type { OperationTally, Tally } from './totals';
import { failuresOf } from './result';

/** What a soak ran on, and what with. */
export interface Circumstances {
	date: string;
	versions: string;
	machine: string;
	seed: number;
}

const MOST_SAMPLES = 12;
const COUNTS: Array<keyof OperationTally> = [
	'runs',
	'succeeded',
	'failed',
	'checked',
	'missing',
	'duplicate',
];

/** All that was measured, as tables. */
export const sectionsOf = (tally: Tally, circumstances: Circumstances): Section[] => [
	summary(tally, circumstances),
	operations(tally),
	faults(tally),
	memory(tally),
];

function summary(tally: Tally, { date, versions, machine, seed }: Circumstances): Section {
	const failures = failuresOf(tally);
	const { kilobytesPer100Runs: growth } = growthOf(tally.samples);
	const rows: Array<[string, string]> = [
		['Result', failures.length === 0 ? 'As promised' : `FAILED: ${failures.join('; ')}`],
		['Date', date],
		['Versions', versions],
		['Machine', machine],
		['Seed', String(seed)],
		['Duration', `${grouped(tally.seconds)} s`],
		['Workflow runs', grouped(tally.sum('runs'))],
		['… that brought everything', grouped(tally.sum('succeeded'))],
		['… that ended with a readable error, as they should', grouped(tally.sum('failed'))],
		['… that did not end', grouped(tally.hung)],
		['Ledgers read from the first sale to the last', grouped(tally.ledgersRead)],
		['Items compared with the truth', grouped(tally.sum('checked'))],
		['Missing', grouped(tally.sum('missing'))],
		['Duplicate', grouped(tally.sum('duplicate'))],
		['Secrets and tokens leaked', grouped(tally.leaked)],
		['Calls to Vipps', grouped(tally.calls)],
		['Tokens used', grouped(tally.tokens)],
		[
			`Growth of the heap (at most ${MOST_GROWTH_KB} kB per 100 runs)`,
			growth === undefined ? 'too few runs to tell' : `${Math.round(growth)} kB per 100 runs`,
		],
	];
	return { title: 'Summary', head: ['', 'Measured'], rows };
}

function operations(tally: Tally): Section {
	const rows = [...tally.operations]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, counts]) => [name, ...COUNTS.map((count) => grouped(counts[count]))]);
	const head = ['Operation', 'Runs', 'Succeeded', 'Failed', 'Items', 'Missing', 'Duplicate'];
	return { title: 'By operation', head, rows };
}

function faults(tally: Tally): Section {
	const injected = [...tally.faults]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([kind, counts]) => [kind, grouped(counts.injected), grouped(counts.met)]);
	const answered = [...tally.statuses]
		.sort(([one], [other]) => Number(one) - Number(other))
		.map(([status, count]) => [`answered with ${status}`, '', grouped(count)]);
	return {
		title: 'What went wrong on purpose',
		head: ['Fault', 'Injected', 'Calls that met it'],
		rows: [...injected, ...answered],
	};
}

function memory({ samples }: Tally): Section {
	const step = Math.max(1, Math.ceil(samples.length / MOST_SAMPLES));
	const rows = samples
		.filter((_, at) => (samples.length - 1 - at) % step === 0)
		.map(({ seconds, runs, heapBytes }) => [
			grouped(seconds),
			grouped(runs),
			(heapBytes / 2 ** 20).toFixed(1),
		]);
	return { title: 'Memory', head: ['Seconds', 'Runs', 'Heap in MB'], rows };
}

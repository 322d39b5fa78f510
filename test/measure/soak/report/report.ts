import { grouped, type Section } from '../../figures/section';
import { growthOf, MOST_GROWTH_KB } from './memory';
import { failuresOf } from './result';
import type { OperationTotals, Totals } from './totals';

/** When and on what a soak ran. */
export interface Circumstances {
	date: string;
	versions: string;
	machine: string;
	seed: number;
}

const MOST_SAMPLES = 12;
const COUNTS: Array<keyof OperationTotals> = [
	'runs',
	'succeeded',
	'failed',
	'checked',
	'missing',
	'duplicate',
];

/** All that was measured, as tables. */
export const sectionsOf = (totals: Totals, circumstances: Circumstances): Section[] => [
	summary(totals, circumstances),
	operations(totals),
	faults(totals),
	memory(totals),
];

function summary(totals: Totals, { date, versions, machine, seed }: Circumstances): Section {
	const failures = failuresOf(totals);
	const { kilobytesPer100Runs: growth } = growthOf(totals.samples);
	const rows: Array<[string, string]> = [
		['Result', failures.length === 0 ? 'As promised' : `FAILED: ${failures.join('; ')}`],
		['Date', date],
		['Versions', versions],
		['Machine', machine],
		['Seed', String(seed)],
		['Duration', `${grouped(totals.seconds)} s`],
		['Workflow runs', grouped(totals.sum('runs'))],
		['… that brought everything', grouped(totals.sum('succeeded'))],
		['… that ended with a readable error, as they should', grouped(totals.sum('failed'))],
		['… that did not end', grouped(totals.hung)],
		['Ledgers read from the first sale to the last', grouped(totals.ledgersRead)],
		['Items compared with the truth', grouped(totals.sum('checked'))],
		['Missing', grouped(totals.sum('missing'))],
		['Duplicate', grouped(totals.sum('duplicate'))],
		['Secrets and tokens leaked', grouped(totals.leaked)],
		['Calls to Vipps', grouped(totals.calls)],
		['Tokens used', grouped(totals.tokens)],
		[
			`Growth of the heap (at most ${MOST_GROWTH_KB} kB per 100 runs)`,
			growth === undefined ? 'too few runs to tell' : `${Math.round(growth)} kB per 100 runs`,
		],
	];
	return { title: 'Summary', head: ['', 'Measured'], rows };
}

function operations(totals: Totals): Section {
	const rows = [...totals.operations]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, counts]) => [name, ...COUNTS.map((count) => grouped(counts[count]))]);
	const head = ['Operation', 'Runs', 'Succeeded', 'Failed', 'Items', 'Missing', 'Duplicate'];
	return { title: 'By operation', head, rows };
}

function faults(totals: Totals): Section {
	const injected = [...totals.faults]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([kind, counts]) => [kind, grouped(counts.injected), grouped(counts.met)]);
	const answered = [...totals.statuses]
		.sort(([one], [other]) => Number(one) - Number(other))
		.map(([status, count]) => [`answered with ${status}`, '', grouped(count)]);
	return {
		title: 'What went wrong on purpose',
		head: ['Fault', 'Injected', 'Calls that met it'],
		rows: [...injected, ...answered],
	};
}

function memory({ samples }: Totals): Section {
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

import { asTable, grouped, type Section } from '../../figures/section';
import type { HostName } from '../../../../host/install/versions.cts';
import type { Case, Contender } from '../cases/cases';
import { servedCases } from '../cases/served';
import type { Figures } from './figures';
import { contenderNames, targetsOf, type Results } from './targets';

/** When and on what the benchmark ran. */
export interface Circumstances {
	date: string;
	n8n: string;
	node: string;
	axios: string;
	machine: string;
}

const HEAD = [
	'',
	'Time in ms',
	'min – max',
	'Against ours',
	'Calls',
	'At once',
	'CPU in ms',
	'Sandbox CPU in ms',
	'Peak memory in MB',
	'Complete',
];

/** The whole report as Markdown. */
export function reportOf(
	cases: Case[],
	results: Results,
	host: HostName,
	circumstances: Circumstances,
): string {
	return [
		measuredOn(circumstances),
		'### In an n8n that runs, by turns',
		asTable(servedTable(results, host)),
		'### Targets',
		asTable(targetTable(results)),
		...cases.flatMap((given) => {
			const measured = results.get(given.name);
			if (!measured) return [];
			return [`### ${titleOf(given)}`, asTable(caseTable(measured)), ...limitNote(measured)];
		}),
	].join('\n\n');
}

/** The circumstances in a sentence. */
export const measuredOn = ({ date, n8n, node, axios, machine }: Circumstances): string =>
	`Measured on ${date}: n8n ${n8n} on Node.js ${node}, axios ${axios}; ${machine}.`;

/** The cases of an n8n that runs for long: how many times as fast as its peer Vipps Sales is. */
export function servedTable(results: Results, host: HostName): Omit<Section, 'title'> {
	const rows = servedCases.flatMap((given) => {
		const ours = results.get(given.name)?.get('node');
		const peer = results.get(given.name)?.get('peer');
		if (!ours || !peer) return [];
		const ratio = peer.wallMs.median / ours.wallMs.median;
		const wanted = given.wanted?.[host] ?? 0;
		return [
			[
				titleOf(given),
				...[peer, ours].map(({ wallMs }) => grouped(wallMs.median)),
				...[ratio.toFixed(2), wanted.toFixed(2), ratio >= wanted ? 'met' : '**missed**'],
				String(ours.inFlight),
			],
		];
	});
	const head = [
		'',
		'HTTP Request, ms',
		'Vipps Sales, ms',
		'Times as fast',
		'Wanted',
		'',
		'At once',
	];
	return { head, rows };
}

/** The targets, and whether they are met. */
export function targetTable(results: Results): Omit<Section, 'title'> {
	return {
		head: ['Target, as a ratio of times in one run', 'Wanted', 'Measured', ''],
		rows: targetsOf(results).map(({ what, wanted, measured, isMet }) => [
			what,
			wanted,
			measured.toFixed(2),
			isMet ? 'met' : '**missed**',
		]),
	};
}

/** All contenders of a case. */
export function caseTable(measured: ReadonlyMap<Contender, Figures>): Omit<Section, 'title'> {
	const ours = measured.get('node')?.wallMs.median;
	return {
		head: HEAD,
		rows: [...measured].map(([contender, figures]) => [
			contenderNames(contender),
			grouped(figures.wallMs.median),
			`${grouped(figures.wallMs.min)} – ${grouped(figures.wallMs.max)}`,
			ours === undefined ? '' : (figures.wallMs.median / ours).toFixed(2),
			callsOf(figures),
			String(figures.inFlight),
			grouped(figures.cpuMs),
			grouped(figures.serverCpuMs),
			grouped(figures.peakRssBytes / 2 ** 20),
			completeness(figures),
		]),
	};
}

/** The times of Vipps Sales with a limit. */
function limitNote(measured: ReadonlyMap<Contender, Figures>): string[] {
	const limit = measured.get('node')?.limit;
	if (!limit) return [];
	const { refusedAfterMs, waitedMs, restMs } = limit;
	const [refused, waited, rest] = [refusedAfterMs, waitedMs, restMs].map(grouped);
	return [
		`On the wire, Vipps Sales was refused after ${refused} ms, called again ${waited} ms later, and needed ${rest} ms for the rest.`,
	];
}

/** The title of a case in the report. */
export const titleOf = ({ title, latencyMs }: Case): string =>
	latencyMs > 0 ? `${title}, ${latencyMs} ms a call` : title;

function callsOf({ calls, tokens, refused }: Figures): string {
	const asides = [
		refused > 0 ? `${grouped(refused)} refused` : '',
		tokens > 0 ? `${tokens} for tokens beside` : '',
	].filter(Boolean);
	return asides.length > 0 ? `${grouped(calls)} (${asides.join(', ')})` : grouped(calls);
}

function completeness({ completeRuns, runs, failure }: Figures): string {
	if (completeRuns === runs) return 'yes';
	const why = failure?.replace(/\s+/g, ' ').replaceAll('|', '/').slice(0, 80);
	return [`in ${completeRuns} of ${runs} runs`, why && `“${why}”`].filter(Boolean).join(': ');
}

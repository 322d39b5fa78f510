import type { HostName } from '../../../../host/install/versions.cts';
import { asTable, grouped, type Section } from '../../figures/section';
import type { Case, Contender } from '../cases/case';
import { comparisonTable, limitTable } from './comparison';
import type { Figures } from './figures';
import { contenderName, titleOf } from './names';
import { targetsOf, type Results } from './targets';

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
		...summaries(cases, results, host).flatMap((section) => [
			`### ${section.title}`,
			asTable(section),
		]),
		...cases.flatMap((given) => {
			const measured = results.get(given.name);
			if (!measured) return [];
			return [`### ${titleOf(given)}`, asTable(caseTable(given, measured)), ...limitNote(measured)];
		}),
	].join('\n\n');
}

/** What it comes to, in as many tables as were measured. */
export const summaries = (cases: readonly Case[], results: Results, host: HostName): Section[] =>
	[
		{ title: 'Beside HTTP Request', ...comparisonTable(cases, results, host) },
		{ title: 'Limits and load', ...limitTable(cases, results) },
		{ title: 'Other targets', ...targetTable(results) },
	].filter(({ rows }) => rows.length > 0);

/** The circumstances in a sentence. */
export const measuredOn = ({ date, n8n, node, axios, machine }: Circumstances): string =>
	`Measured on ${date}: n8n ${n8n} on Node.js ${node}, axios ${axios}; ${machine}.`;

/** The targets, and whether they are met. */
function targetTable(results: Results): Omit<Section, 'title'> {
	return {
		head: ['Ratio', 'At most', 'Measured', ''],
		rows: targetsOf(results).map(({ what, atMost, measured, isMet }) => [
			what,
			...[atMost, measured].map((ratio) => ratio.toFixed(2)),
			isMet ? 'met' : '**missed**',
		]),
	};
}

/** All contenders of a case. */
export function caseTable(
	given: Case,
	measured: ReadonlyMap<Contender, Figures>,
): Omit<Section, 'title'> {
	const ours = measured.get('node')?.wallMs.median;
	return {
		head: HEAD,
		rows: [...measured].map(([contender, figures]) => [
			contenderName(contender, [given]),
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

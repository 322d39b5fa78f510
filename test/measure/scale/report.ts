import { grouped, type Section } from '../figures/section';
import { LEDGERS_PER_PAGE, type Cost } from './account';
import { reachOfPoll } from './arithmetic';
import { decimals, hourlyCalls, reach, rounds } from './computed';
import { LATENCY_MS, HIGH_LATENCY_MS, type Hour, type Measured } from './measure';

/** The measurements, and how they were made. */
export interface Figures {
	date: string;
	versions: string;
	machine: string;
	/** By the number of ledgers. */
	accounts: Map<number, Measured>;
	saves: Map<number, { seconds: number; bytes: number }>;
}

const hourNames: Record<Hour, string> = {
	quiet: 'an hour of the night',
	busy: 'an hour at noon',
	busyWithoutHasMore: 'the same, `hasMore` not sent',
};
/** The tables of the document. */
export function sectionsOf(figures: Figures): Section[] {
	const largest = [...figures.accounts].sort(([one], [other]) => other - one)[0];
	if (largest === undefined) throw new RangeError('Nothing was measured');
	const [, measured] = largest;
	const paces = { trigger: ownMs(measured.idle.trigger), flow: ownMs(measured.idle.flow) };
	return [
		circumstances(figures, paces),
		costs('Measured: one poll of the trigger, set to All', figures, 'trigger'),
		costs('Measured: one run of the workflow with saved checkpoints', figures, 'flow'),
		hourlyCalls(figures.accounts, measured),
		reach(paces.trigger),
		rounds(paces),
		check(measured.slow, paces.trigger),
		saves(figures.saves),
	];
}

const callsOf = ({ listCalls: list, feedCalls, tokenCalls }: Cost) => list + feedCalls + tokenCalls;
/** The cost of one call in n8n, including the sandbox, which runs in the same process. */
const ownMs = (cost: Cost) => cost.ownMs / callsOf(cost);

const circumstances = (
	{ date, versions, machine }: Figures,
	paces: { trigger: number; flow: number },
): Section => ({
	title: 'Measured on',
	head: ['', ''],
	rows: [
		['Date', date],
		['Versions', versions],
		['Machine', machine],
		['Every answer of the mock API comes late by', `${LATENCY_MS} ms`],
		['Ledgers in one page of the ledger list, assumed', String(LEDGERS_PER_PAGE)],
		['Processor time per call, trigger (mock API included)', `${paces.trigger.toFixed(1)} ms`],
		['Processor time per call, workflow (mock API included)', `${paces.flow.toFixed(1)} ms`],
	],
});

const costs = (title: string, { accounts }: Figures, what: 'trigger' | 'flow'): Section => ({
	title,
	head: ['Ledgers', 'List', 'Feeds', 'Token', 'Sales', 'Seconds', 'State, bytes', '… per ledger'],
	rows: [...accounts].flatMap(([ledgers, measured]) =>
		(Object.keys(hourNames) as Hour[]).map((hour) => {
			const cost = measured[what][hour];
			return [
				`${grouped(ledgers)}, ${hourNames[hour]}`,
				...[cost.listCalls, cost.feedCalls, cost.tokenCalls, cost.sales].map(grouped),
				decimals(cost.seconds),
				grouped(cost.stateBytes),
				grouped(cost.stateBytes / ledgers),
			];
		}),
	),
});

const check = ([first, second]: [Cost, Cost], own: number): Section => ({
	title: `Check: one poll of ${grouped(first.ledgers)} ledgers when Vipps answers in ${HIGH_LATENCY_MS} ms`,
	head: ['', 'Feeds read', 'Seconds'],
	rows: [
		[
			'Computed',
			grouped(
				reachOfPoll(
					{ latencyMs: HIGH_LATENCY_MS, ownMs: own },
					{ ...first, perPage: LEDGERS_PER_PAGE },
				),
			),
			'36',
		],
		['Measured', grouped(first.feedCalls), decimals(first.seconds)],
		[
			'The poll after it, which begins where the first one ended',
			grouped(second.feedCalls),
			decimals(second.seconds),
		],
	],
});

const saves = (saved: Figures['saves']): Section => ({
	title: 'Measured: Checkpoint: Save for many ledgers in one run',
	head: ['Ledgers', 'Seconds of processor time', 'State, bytes'],
	rows: [...saved].map(([ledgers, { seconds, bytes }]) => [
		grouped(ledgers),
		decimals(seconds),
		grouped(bytes),
	]),
});

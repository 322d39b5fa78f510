import { grouped, type Section } from '../figures/section';
import { LEDGERS_PER_PAGE, type Cost } from './account';
import {
	callsPerHour,
	listCalls,
	mostOfOneTrigger,
	reachOfPoll,
	roundSeconds,
	workflowsFor,
	type Pace,
} from './arithmetic';
import type { Hour, Measured } from './measure';

/** The number of ledgers of the account that is only computed. */
const LARGEST = 100_000;
const LATENCIES = [50, 100, 200, 400, 1000];

/** A number in the tables. */
export const decimals = (value: number) => (value < 10 ? value.toFixed(1) : grouped(value));

/**
 * The calls of the trigger. The last row is computed from the largest measured account: calls for list and feeds grow with the
 * ledgers, calls for tokens do not.
 */
export function hourlyCalls(accounts: Map<number, Measured>, largest: Measured): Section {
	const grown = (cost: Cost): Cost => ({
		...cost,
		listCalls: listCalls(LARGEST, LEDGERS_PER_PAGE),
		feedCalls: (cost.feedCalls * LARGEST) / cost.ledgers,
	});
	const row = (name: string, costOf: (hour: Hour) => Cost) => {
		const calls = (polls: number, hour: Hour = 'quiet') => {
			const cost = costOf(hour);
			return callsPerHour(polls, cost.listCalls + cost.feedCalls, cost.tokenCalls);
		};
		const counts = [
			calls(1),
			calls(1, 'busy'),
			calls(1, 'busyWithoutHasMore'),
			calls(6),
			calls(60),
		];
		return [name, ...counts.map(grouped), (calls(1) / 3600).toFixed(3)];
	};
	return {
		title: 'Calls per hour',
		head: [
			'Ledgers',
			'Once an hour, at night',
			'… at noon',
			'… `hasMore` not sent',
			'Every 10 minutes',
			'Every minute',
			'Per second, once an hour and spread over it',
		],
		rows: [
			...[...accounts].map(([ledgers, { trigger }]) =>
				row(`${grouped(ledgers)}, measured once an hour`, (hour) => trigger[hour]),
			),
			row(`${grouped(LARGEST)}, computed`, (hour) => grown(largest.trigger[hour])),
		],
	};
}

const perPage = LEDGERS_PER_PAGE;
const count = (workflows: number | undefined) =>
	workflows === undefined ? '–' : grouped(workflows);

/** By the latency of Vipps; `own` is the cost of a call in n8n, in milliseconds. */
export const reach = (own: number): Section => ({
	title: 'Computed: how many ledgers one trigger reaches in each poll',
	head: [
		'Vipps answers in',
		'Set to All, at most',
		'Selected, at most',
		'Triggers for 1 000',
		`Triggers for ${grouped(LARGEST)}`,
	],
	rows: LATENCIES.map((latencyMs) => {
		const pace: Pace = { latencyMs, ownMs: own };
		const chosen = reachOfPoll(pace);
		return [
			`${latencyMs} ms`,
			grouped(mostOfOneTrigger(pace, perPage)),
			grouped(chosen),
			count(workflowsFor(1000, chosen)),
			count(workflowsFor(LARGEST, chosen)),
		];
	}),
});

/** By the latency of Vipps; `flow` is the cost of a call in n8n, in milliseconds. */
export const rounds = ({ flow }: { flow: number }): Section => ({
	title: 'Computed: minutes to ask every ledger once, with ten calls at a time',
	head: ['Vipps answers in', '1 000 ledgers', '10 000', grouped(LARGEST), `Of that the list`],
	rows: LATENCIES.map((latencyMs) => {
		const pace: Pace = { latencyMs, ownMs: flow };
		const minutes = (ledgers: number) => decimals(roundSeconds(ledgers, perPage, pace) / 60);
		const list = listCalls(LARGEST, perPage) * (latencyMs + flow);
		const counts = [1000, 10_000, LARGEST].map(minutes);
		return [`${latencyMs} ms`, ...counts, decimals(list / 60_000)];
	}),
});

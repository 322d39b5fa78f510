import { grouped, type Section } from '../figures/section';
import type { Difference } from './difference';
import type { FlowOutcome, Kind } from './runs';
import type { WithoutWorkers } from './withoutWorkers';

/** All that was seen, and on what. */
export interface Seen extends FlowOutcome {
	date: string;
	n8n: string;
	services: string;
	machine: string;
	flow: Difference & { sold: number };
	triggered: Difference & { sold: number };
	/** How many runs of the workflow each worker did. */
	perWorker: [number, number];
	/** How often a run went on from a position that a run on the other worker had saved. */
	handovers: number;
	withoutWorkers: WithoutWorkers;
}

const names: Record<Kind, string> = {
	ordinary: 'One at a time',
	fails: 'The work fails',
	together: 'Two at the same time',
	killedBefore: 'A worker is killed before the sales are booked, then the next run',
	killedBehind: 'A worker is killed when they are booked and not saved yet, then the next run',
};

/** The tables of the document. */
export function sectionsOf(seen: Seen): Section[] {
	return [summary(seen), byKind(seen), killed(seen)];
}

function summary(seen: Seen): Section {
	const { flow, triggered, withoutWorkers: without } = seen;
	return {
		title: 'Summary',
		head: ['', 'Seen'],
		rows: [
			['Date', seen.date],
			['Versions', `n8n ${seen.n8n}, ${seen.services}`],
			['Machine', seen.machine],
			['Sales to book by the workflow with a saved position', grouped(flow.sold)],
			['… lost', grouped(flow.lost)],
			['… booked more than once', grouped(flow.repeated)],
			['Runs of it, by worker', seen.perWorker.map(grouped).join(' and ')],
			['Runs that succeeded right behind one on the other worker', grouped(seen.handovers)],
			['Sales to book by the workflow with the trigger', grouped(triggered.sold)],
			['… lost', grouped(triggered.lost)],
			['… booked more than once', grouped(triggered.repeated)],
			['Calls to feeds by the trigger while no worker ran', grouped(without.feedCalls)],
			[
				'Sold meanwhile; booked before a worker came back; booked then',
				[without.sold, without.bookedBefore, without.bookedAfter].map(grouped).join('; '),
			],
		],
	};
}

const byKind = ({ kinds }: Seen): Section => ({
	title: 'Runs of the workflow with a saved position',
	head: ['', 'Runs', 'Succeeded', 'Sales booked', 'Of these again'],
	rows: [...kinds].map(([kind, { runs, succeeded, booked, repeated }]) => [
		names[kind],
		...[runs, succeeded, booked, repeated].map(grouped),
	]),
});

const killed = (seen: Seen): Section => ({
	title: 'What became of a run whose worker was killed',
	head: ['Killed', 'n8n calls it', 'The webhook answered', 'After', 'Begun by a worker'],
	rows: seen.killed.map(({ kind, status, answer, seconds, begun }) => [
		kind === 'killedBefore' ? 'before the sales were booked' : 'when they were booked',
		status,
		answer === 0 ? 'nothing' : String(answer),
		`${Math.round(seconds)} s`,
		begun === 1 ? 'once' : `${begun} times`,
	]),
});

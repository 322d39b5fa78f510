import { grouped, type Section } from '../figures/section';
import type { Difference } from '../../rigs/difference';
import type { FlowResult, Kind } from './runs';
import type { WithoutWorkers } from './withoutWorkers';

/** The figures of a queue test, and how it was run. */
export interface QueueFigures extends FlowResult {
	date: string;
	n8n: string;
	services: string;
	machine: string;
	flow: Difference & { sold: number };
	triggered: Difference & { sold: number };
	/** The number of runs by each worker. */
	perWorker: [number, number];
	/** How often a run continued from a checkpoint that a run on the other worker had saved. */
	handovers: number;
	withoutWorkers: WithoutWorkers;
}

const names: Record<Kind, string> = {
	ordinary: 'One at a time',
	fails: 'The work fails',
	together: 'Two at the same time',
	killedBefore: 'A worker is killed before the sales are booked, then the next run',
	killedAfter: 'A worker is killed when they are booked and not saved yet, then the next run',
};

/** The tables of the document. */
export function sectionsOf(figures: QueueFigures): Section[] {
	return [summary(figures), byKind(figures), killed(figures)];
}

function summary(figures: QueueFigures): Section {
	const { flow, triggered, withoutWorkers: without } = figures;
	return {
		title: 'Summary',
		head: ['', 'Seen'],
		rows: [
			['Date', figures.date],
			['Versions', `n8n ${figures.n8n}, ${figures.services}`],
			['Machine', figures.machine],
			['Sales to book by the workflow with a saved checkpoint', grouped(flow.sold)],
			['… lost', grouped(flow.lost)],
			['… booked more than once', grouped(flow.duplicates)],
			['Runs of it, by worker', figures.perWorker.map(grouped).join(' and ')],
			['Runs that succeeded right behind one on the other worker', grouped(figures.handovers)],
			['Sales to book by the workflow with the trigger', grouped(triggered.sold)],
			['… lost', grouped(triggered.lost)],
			['… booked more than once', grouped(triggered.duplicates)],
			['Calls to feeds by the trigger while no worker ran', grouped(without.feedCalls)],
			[
				'Sold meanwhile; booked before a worker came back; booked then',
				[without.sold, without.bookedBefore, without.bookedAfter].map(grouped).join('; '),
			],
		],
	};
}

const byKind = ({ kinds }: QueueFigures): Section => ({
	title: 'Runs of the workflow with a saved checkpoint',
	head: ['', 'Runs', 'Succeeded', 'Sales booked', 'Of these again'],
	rows: [...kinds].map(([kind, { runs, succeeded, booked, repeated }]) => [
		names[kind],
		...[runs, succeeded, booked, repeated].map(grouped),
	]),
});

const killed = (figures: QueueFigures): Section => ({
	title: 'What became of a run whose worker was killed',
	head: ['Killed', 'n8n calls it', 'The webhook answered', 'After', 'Begun by a worker'],
	rows: figures.killed.map(({ kind, status, answer, seconds, begun }) => [
		kind === 'killedBefore' ? 'before the sales were booked' : 'when they were booked',
		status,
		answer === 0 ? 'nothing' : String(answer),
		`${Math.round(seconds)} s`,
		begun === 1 ? 'once' : `${begun} times`,
	]),
});

import { cases, type Case, type Contender } from '../cases/cases';
import type { Figures } from './figures';

/** The figures by case and by contender. */
export type Results = ReadonlyMap<string, ReadonlyMap<Contender, Figures>>;

/** A target for a ratio, and whether it is met. */
export interface Target {
	what: string;
	/** The bound of the ratio, in words. */
	wanted: string;
	measured: number;
	isMet: boolean;
}

const feeds = [1_000, 10_000, 100_000, 1_000_000];

/** All targets whose cases were measured. */
export function targetsOf(results: Results): Target[] {
	const figures = (name: string, contender: Contender) => results.get(name)?.get(contender);
	const wall = (name: string, contender: Contender) => figures(name, contender)?.wallMs.median;
	const atMost = (what: string, bound: number, value?: number, to?: number): Target[] => {
		if (value === undefined || to === undefined) return [];
		const measured = value / to;
		return [{ what, wanted: `at most ${bound}`, measured, isMet: measured <= bound }];
	};
	const ratio = (what: string, bound: number, name: string, to: Contender) =>
		atMost(`${what}, to ${contenderNames(to)}`, bound, wall(name, 'node'), wall(name, to));
	const spread = (what: string, of: (figures: Figures) => number) => {
		const perEntry = feeds.flatMap((entries) => {
			const node = figures(`feed-${entries}`, 'node');
			return node ? [of(node) / entries] : [];
		});
		return perEntry.length < feeds.length
			? []
			: atMost(what, 1.3, Math.max(...perEntry), Math.min(...perEntry));
	};
	const [slow, slowPeer] = (['node', 'peerAtDefaultPage'] as const).map((contender) =>
		wall('feed-10000-slow', contender),
	);
	const times = (slowPeer ?? NaN) / (slow ?? NaN);
	return [
		...ratio('Feed of 100 000 entries', 1.25, 'feed-100000', 'axios'),
		...ratio('Feed of 100 000 entries', 1, 'feed-100000', 'peer'),
		...(Number.isNaN(times)
			? []
			: [
					{
						what: 'Feed of 10 000 entries at 40 ms a call, HTTP Request at the default page to ours',
						wanted: 'at least 8',
						measured: times,
						isMet: times >= 8,
					},
				]),
		...ratio('31 dates at 40 ms a call', 1, 'dates-31', 'peer'),
		...ratio('40 ledgers at 40 ms a call', 1, 'ledgers-40', 'peer'),
		...cases
			.filter(({ callsPerSecond }) => callsPerSecond !== undefined)
			.flatMap((limited) =>
				atMost(
					`${limited.title}, to the least time that the limit allows`,
					1.3,
					wall(limited.name, 'node'),
					floorMs(limited),
				),
			),
		...spread(
			'Time per entry from 1 000 to 1 000 000, longest to shortest',
			(node) => node.wallMs.median,
		),
		...spread(
			'Memory per entry from 1 000 to 1 000 000, most to least',
			(node) => node.outputBytes,
		),
	];
}

/** The shortest possible time of a case with a limit, in which all calls of a second are made at its start. */
export function floorMs({ fewestCalls, callsPerSecond = Infinity, latencyMs }: Case): number {
	return Math.floor((fewestCalls - 1) / callsPerSecond) * 1000 + latencyMs;
}

/** The name of a contender in the report. */
export function contenderNames(contender: Contender): string {
	if (contender.startsWith('node@')) return `Vipps Sales, ${contender.split('@')[1]} at once`;
	const names: Partial<Record<Contender, string>> = {
		node: 'Vipps Sales',
		peer: 'HTTP Request + Split Out, pages of 1000',
		peerAtDefaultPage: 'HTTP Request + Split Out, default pages',
		bareNode: 'Bare node',
		axios: 'axios loop',
	};
	return names[contender] ?? contender;
}

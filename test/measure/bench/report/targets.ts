import type { Contender } from '../cases/case';
import type { Figures } from './figures';
import { contenderName } from './names';

/** The figures by case and by contender. */
export type Results = ReadonlyMap<string, ReadonlyMap<Contender, Figures>>;

/** A bound of a ratio, and whether it is kept. */
export interface Target {
	what: string;
	atMost: number;
	measured: number;
	isMet: boolean;
}

const feeds = [1_000, 10_000, 100_000, 1_000_000];

/** All targets but those of a case beside HTTP Request or its least time, if their cases were measured. */
export function targetsOf(results: Results): Target[] {
	const figures = (name: string, contender: Contender) => results.get(name)?.get(contender);
	const target = (what: string, atMost: number, value?: number, to?: number): Target[] => {
		if (value === undefined || to === undefined) return [];
		const measured = value / to;
		return [{ what, atMost, measured, isMet: measured <= atMost }];
	};
	const time = (what: string, atMost: number, name: string, to: Contender) => {
		const [ours, theirs] = [figures(name, 'node'), figures(name, to)];
		const named = `Time: ${what}, to ${contenderName(to, [])}`;
		return target(named, atMost, ours?.wallMs.median, theirs?.wallMs.median);
	};
	const memory = (what: string, atMost: number, name: string, to: Contender) => {
		const [ours, theirs] = [figures(name, 'node'), figures(name, to)];
		const named = `Peak memory: ${what}, to ${contenderName(to, [])}`;
		return target(named, atMost, ours?.peakRssBytes, theirs?.peakRssBytes);
	};
	const spread = (what: string, of: (figures: Figures) => number) => {
		const perEntry = feeds.flatMap((entries) => {
			const node = figures(`feed-${entries}`, 'node');
			return node ? [of(node) / entries] : [];
		});
		return perEntry.length < feeds.length
			? []
			: target(what, 1.3, Math.max(...perEntry), Math.min(...perEntry));
	};
	return [
		...time('feed of 100 000 entries, by turns', 1, 'feed-100000-0ms', 'bareNode'),
		...time('feed of 100 000 entries', 1.25, 'feed-100000', 'axios'),
		...memory('2 000 ledgers on one date', 0.9, 'ledgers-2000', 'peerUnpaged'),
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

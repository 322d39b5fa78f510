import type { Section } from '../../figures/section';
import type { Case } from '../cases/cases';
import type { Results } from './targets';

/** Packages with a smaller share of a case's time are put into one row. */
const LEAST_SHARE = 0.02;
const OTHERS = 'all others';

/** The time of Vipps Sales by package in each feed, in microseconds per entry. */
export function profileTable(cases: Case[], results: Results): Omit<Section, 'title'> {
	const feeds = cases.flatMap(({ title, name, entries }) => {
		const profile = results.get(name)?.get('node')?.profile;
		return entries && profile ? [{ title, shares: perEntry(profile, entries) }] : [];
	});
	const owners = new Set(feeds.flatMap(({ shares }) => [...shares.keys()]));
	owners.delete(OTHERS);
	const rows = [...owners, OTHERS].map((owner) => [
		owner,
		...feeds.map(({ shares }) => (shares.get(owner) ?? 0).toFixed(1)),
	]);
	const total = feeds.map(({ shares }) => sum([...shares.values()]).toFixed(1));
	return {
		head: ['µs per entry', ...feeds.map(({ title }) => title)],
		rows: [...rows, ['together', ...total]],
	};
}

function perEntry(profile: Record<string, number>, entries: number): Map<string, number> {
	const least = LEAST_SHARE * sum(Object.values(profile));
	const shares = new Map<string, number>();
	for (const [owner, milliseconds] of Object.entries(profile)) {
		const row = milliseconds < least ? OTHERS : owner;
		shares.set(row, (shares.get(row) ?? 0) + (milliseconds * 1000) / entries);
	}
	return shares;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

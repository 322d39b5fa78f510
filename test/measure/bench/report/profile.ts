import type { Section } from '../../figures/section';
import type { Case } from '../cases/case';
import type { Results } from './targets';

/** Packages with a smaller share of a case's time are put into one row. */
const LEAST_SHARE = 0.02;
const OTHERS = 'all others';

/** The time of Vipps Sales by package in each case, in microseconds: per entry of a feed, or per call. */
export function profileTable(cases: Case[], results: Results): Omit<Section, 'title'> {
	const profiled = cases.flatMap(({ title, name, entries, fewestCalls }) => {
		const profile = results.get(name)?.get('node')?.profile;
		if (!profile) return [];
		const unit = entries ? 'entry' : 'call';
		return [{ head: `${title}, per ${unit}`, shares: sharesOf(profile, entries ?? fewestCalls) }];
	});
	const owners = new Set(profiled.flatMap(({ shares }) => [...shares.keys()]));
	owners.delete(OTHERS);
	const rows = [...owners, OTHERS].map((owner) => [
		owner,
		...profiled.map(({ shares }) => (shares.get(owner) ?? 0).toFixed(1)),
	]);
	const total = profiled.map(({ shares }) => sum([...shares.values()]).toFixed(1));
	return {
		head: ['µs', ...profiled.map(({ head }) => head)],
		rows: [...rows, ['together', ...total]],
	};
}

function sharesOf(profile: Record<string, number>, count: number): Map<string, number> {
	const least = LEAST_SHARE * sum(Object.values(profile));
	const shares = new Map<string, number>();
	for (const [owner, milliseconds] of Object.entries(profile)) {
		const row = milliseconds < least ? OTHERS : owner;
		shares.set(row, (shares.get(row) ?? 0) + (milliseconds * 1000) / count);
	}
	return shares;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

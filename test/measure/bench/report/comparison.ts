import type { HostName } from '../../../../host/install/versions.cts';
import { grouped, type Section } from '../../figures/section';
import type { Case, Contender } from '../cases/case';
import type { Figures } from './figures';
import { ourName, titleOf } from './names';
import type { Results } from './targets';

/** The ways of HTTP Request, in words that complete "HTTP Request …". */
const peers: Partial<Record<Contender, string>> = {
	peer: 'with pagination',
	peerAtDefaultPage: 'with pagination, default pages',
	peerUnpaged: 'without pagination',
	peerInBatches: 'without pagination, in batches',
};

const isComplete = ({ completeRuns, runs }: Figures) => completeRuns === runs;

/** The cases without limits in an n8n with its editor's server: beside the fastest HTTP Request that brings everything. */
export function comparisonTable(
	cases: readonly Case[],
	results: Results,
	host: HostName,
): Omit<Section, 'title'> {
	const rows = cases
		.filter(({ mode, leastMs }) => mode !== 'alone' && leastMs === undefined)
		.flatMap((given) => {
			const ours = results.get(given.name)?.get('node');
			const fastest = fastestPeer(results, given);
			if (!ours || !fastest) return [];
			const [contender, peer] = fastest;
			const ratio = peer.wallMs.median / ours.wallMs.median;
			return [
				[
					titleOf(given),
					peers[contender] ?? '',
					...[peer, ours].map(({ wallMs }) => grouped(wallMs.median)),
					ratio.toFixed(2),
					...verdict(ratio, given.wanted?.[host]),
				],
			];
		});
	const head = ['', 'HTTP Request', 'ms', `${ourName(cases)}, ms`, 'Times as fast', 'Wanted', ''];
	return { head, rows };
}

/** The cases with limits: beside the least time that the server allows to anyone. */
export function limitTable(cases: readonly Case[], results: Results): Omit<Section, 'title'> {
	const rows = cases.flatMap((given) => {
		const { leastMs, name } = given;
		const ours = results.get(name)?.get('node');
		if (!ours || leastMs === undefined) return [];
		const ratio = ours.wallMs.median / leastMs;
		const fastest = fastestPeer(results, given)?.[1];
		return [
			[
				titleOf(given),
				...[leastMs, ours.wallMs.median].map(grouped),
				ratio.toFixed(2),
				ratio <= MOST_OF_LEAST ? 'met' : '**missed**',
				...[ours.refused, ours.inFlight].map(grouped),
				fastest ? grouped(fastest.wallMs.median) : 'not complete',
			],
		];
	});
	const head = [
		'',
		'Least time, ms',
		`${ourName(cases)}, ms`,
		'Times the least',
		`Wanted: ${MOST_OF_LEAST}`,
		'Refused',
		'At once',
		'HTTP Request, ms',
	];
	return { head, rows };
}

const MOST_OF_LEAST = 1.3;

function fastestPeer(results: Results, { name }: Case): [Contender, Figures] | undefined {
	return [...(results.get(name) ?? [])]
		.filter(([contender, figures]) => contender in peers && isComplete(figures))
		.sort(([, one], [, other]) => one.wallMs.median - other.wallMs.median)[0];
}

const verdict = (ratio: number, wanted?: number): [string, string] =>
	wanted === undefined ? ['', ''] : [wanted.toFixed(2), ratio >= wanted ? 'met' : '**missed**'];

import { init } from 'echarts';

import type { Case, Contender } from '../cases/case';
import { contenderName, titleOf } from './names';
import type { Results } from './targets';

const SIZE = { width: 900, height: 720 };
const shown: Contender[] = ['node', 'peerUnpaged', 'peerInBatches', 'peer'];

/** Bars as SVG: the time of each complete contender, in multiples of Vipps Sales' time, where they take turns and nothing holds them back. */
export function chartOf(cases: Case[], results: Results): string {
	const drawn = cases
		.filter(
			({ name, mode, leastMs }) => mode === 'turns' && leastMs === undefined && results.has(name),
		)
		.reverse();
	const ratio = (name: string, contender: Contender) => {
		const ours = results.get(name)?.get('node');
		const theirs = results.get(name)?.get(contender);
		if (!ours || !theirs || theirs.completeRuns < theirs.runs) return null;
		return Number((theirs.wallMs.median / ours.wallMs.median).toFixed(2));
	};
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
	chart.setOption({
		animation: false,
		backgroundColor: '#ffffff',
		title: {
			text: 'Time in multiples of Vipps Sales’ time (shorter is faster; no bar: not complete)',
			textStyle: { fontSize: 15 },
		},
		legend: { top: 30 },
		grid: { left: 10, right: 50, top: 65, bottom: 20, containLabel: true },
		xAxis: { type: 'value', min: 0 },
		yAxis: { type: 'category', data: drawn.map(titleOf) },
		series: shown.map((contender) => ({
			type: 'bar',
			name: contenderName(contender, cases),
			data: drawn.map(({ name }) => ratio(name, contender)),
			label: { show: true, position: 'right', fontSize: 10 },
			barGap: '0%',
		})),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

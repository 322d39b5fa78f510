/* n8n's external hooks: n8n loads this file, and calls it before and after every execution. */
const { appendFileSync } = require('node:fs');

const { digestOf } = require('./digest.cjs');
const { startMeter, heapBytesOf } = require('./meter.cjs');
const { startProfile } = require('./profiler.cjs');

/** The nodes that are measured. */
const measured = [
	'Vipps Sales',
	'Vipps Settlement',
	'Bare node',
	'HTTP Request',
	'Split Out',
	'Sub-workflows',
];

let stopMeter;
let stopProfile;

/** The body of the webhook call; undefined for an execution without one, such as an unfinished one that n8n resumes. */
const requestOf = ({ runData }) => runData.Webhook?.[0]?.data?.main?.[0]?.[0]?.json?.body;

const runsOf = ({ runData }) => measured.flatMap((name) => runData[name] ?? []);

/** From the webhook to the end of the last node, in milliseconds. */
function elapsedMs({ runData }) {
	const runs = Object.values(runData).flat();
	const ends = runs.map(({ startTime, executionTime }) => startTime + executionTime);
	return Math.max(...ends) - Math.min(...runs.map(({ startTime }) => startTime));
}

/** @returns {Omit<import('../report/figures.ts').InsideRun, 'outputBytes'>} */
function readRun(resultData) {
	const runs = runsOf(resultData);
	const output = runs.at(-1)?.data?.main?.[0] ?? [];
	return {
		wallMs: runs.reduce((sum, { executionTime }) => sum + executionTime, 0),
		elapsedMs: elapsedMs(resultData),
		...stopMeter(),
		fetched: digestOf(output.map(({ json }) => json)),
		failure: resultData.error?.description ?? resultData.error?.message,
	};
}

module.exports = {
	workflow: {
		preExecute: [
			async () => {
				stopMeter = startMeter();
				if (process.env.BENCH_PROFILE) stopProfile = await startProfile();
			},
		],
		postExecute: [
			async ({ data }) => {
				const request = requestOf(data.resultData);
				if (!request) return;
				const profile = await stopProfile?.();
				const run = readRun(data.resultData);
				const outputs = runsOf(data.resultData).flatMap((node) => node.data?.main ?? []);
				const line = { id: request.id, profile, ...run, outputBytes: heapBytesOf(outputs) };
				appendFileSync(process.env.BENCH_RESULTS, `${JSON.stringify(line)}\n`);
			},
		],
	},
};

/* Also loaded by n8n itself, from outside the repository's build: plain JavaScript. */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Begins to meter this process, on a heap without garbage; what is given back ends it. */
exports.startMeter = () => {
	collectGarbage();
	const cpuBefore = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(cpuBefore);
		return {
			cpuMs: (user + system) / 1000,
			peakRssBytes: process.resourceUsage().maxRSS * 1024,
		};
	};
};

const heap = () => {
	collectGarbage();
	return process.memoryUsage().heapUsed;
};

/**
 * How much less is on the heap when these outputs have been emptied. A comparison with the heap before the run would not do:
 * n8n grows by itself, and lets the last output go some time later.
 *
 * @param {unknown[][]} outputs
 */
exports.heapBytesOf = (outputs) => {
	const full = heap();
	for (const output of outputs) output.length = 0;
	return full - heap();
};

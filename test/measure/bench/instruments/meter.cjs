/* Plain JavaScript, since n8n itself loads this file, too. */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Starts to meter this process, after a garbage collection. Gives a function that ends it. */
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
 * The bytes on the heap that these outputs take; empties them. The heap before the run is no reference: n8n grows by itself,
 * and frees the previous output some time later.
 *
 * @param {unknown[][]} outputs
 */
exports.heapBytesOf = (outputs) => {
	const full = heap();
	for (const output of outputs) output.length = 0;
	return full - heap();
};

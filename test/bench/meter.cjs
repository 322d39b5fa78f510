/* Also loaded by n8n itself, from outside the repository's build: plain JavaScript. */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const heap = () => {
	collectGarbage();
	return process.memoryUsage().heapUsed;
};

/** The least that was ever on the heap: between two runs the last output may still be there. */
let idle = Infinity;

/** Begins to meter this process; what is given back ends it. The output must still be held then. */
exports.startMeter = () => {
	idle = Math.min(idle, heap());
	const cpuBefore = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(cpuBefore);
		return {
			cpuMs: (user + system) / 1000,
			peakRssBytes: process.resourceUsage().maxRSS * 1024,
			outputBytes: heap() - idle,
		};
	};
};

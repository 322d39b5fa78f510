/* Plain JavaScript, since n8n itself loads this file, too. */
const { Session } = require('node:inspector/promises');

/** The package of a script, or V8's name for time outside of packages; undefined for the profiler itself. */
function ownerOf({ url, functionName }) {
	if (functionName === 'dispatch' && url === '') return undefined;
	const packages = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)];
	const last = packages.at(-1)?.[1];
	if (last !== undefined) return last;
	if (url.startsWith('node:')) return 'Node.js';
	return functionName.startsWith('(') ? functionName : 'Node.js';
}

/** Starts to profile this process. Gives a function that ends it and returns milliseconds by owner, largest first. */
exports.startProfile = async () => {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.start');
	return async () => {
		const { profile } = await session.post('Profiler.stop');
		session.disconnect();
		const owners = new Map(profile.nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame)]));
		const times = new Map();
		for (const [index, id] of (profile.samples ?? []).entries()) {
			const owner = owners.get(id);
			if (owner === undefined) continue;
			times.set(owner, (times.get(owner) ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000);
		}
		return Object.fromEntries([...times].sort(([, one], [, other]) => other - one));
	};
};

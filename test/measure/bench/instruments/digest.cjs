/* Also loaded by n8n itself, from outside the repository's build: plain JavaScript. */
const { createHash } = require('node:crypto');

/**
 * What tells entries apart and is the same whoever fetched them: how many there are, and a digest over them in their order.
 *
 * @param {Iterable<any>} entries
 * @returns {import('../report/figures.ts').EntriesDigest}
 */
exports.digestOf = (entries) => {
	const hash = createHash('sha256');
	let count = 0;
	for (const { entryType, time, reference, pspReference, amounts } of entries) {
		hash.update(`${entryType} ${time} ${reference} ${pspReference} ${amounts?.gross}\n`);
		count++;
	}
	return { count, digest: hash.digest('hex') };
};

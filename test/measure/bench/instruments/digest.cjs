/* Plain JavaScript, since n8n itself loads this file, too. */
const { createHash } = require('node:crypto');

/**
 * The number of entries, and a digest over them in their order, which is the same for every contender.
 *
 * @param {Iterable<any>} entries
 * @returns {import('../report/figures.ts').EntriesDigest}
 */
exports.digestOf = (entries) => {
	const hash = createHash('sha256');
	let count = 0;
	for (const { entryType, time, reference, pspReference, amounts, amount } of entries) {
		hash.update(`${entryType} ${time} ${reference} ${pspReference} ${amounts?.gross ?? amount}\n`);
		count++;
	}
	return { count, digest: hash.digest('hex') };
};

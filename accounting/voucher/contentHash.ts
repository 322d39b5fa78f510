import { createHash } from 'crypto';

const LIMBS = 8;
const LIMB = 2 ** 32;

/** The hash of what a voucher holds: it changes if and only if its entries do. */
export interface ContentHash {
	add(entry: unknown): void;
	/** Adds the entries of another one. */
	merge(other: ContentHash): void;
	/** 64 hexadecimal digits. */
	digest(): string;
}

/**
 * The SHA-256 hashes of all entries, as JSON, added up modulo 2^256: neither their order nor the pages that they came in matter, and none need be
 * kept.
 */
export function createContentHash(): ContentHash {
	const total = new Array<number>(LIMBS).fill(0);
	const addLimbs = (limbOf: (limb: number) => number) => {
		let carry = 0;
		for (let limb = LIMBS - 1; limb >= 0; limb--) {
			const added = (total[limb] ?? 0) + limbOf(limb) + carry;
			total[limb] = added % LIMB;
			carry = added >= LIMB ? 1 : 0;
		}
	};
	return {
		add(entry) {
			const hash = createHash('sha256').update(JSON.stringify(entry)).digest();
			addLimbs((limb) => hash.readUInt32BE(4 * limb));
		},
		merge(other) {
			const hash = Buffer.from(other.digest(), 'hex');
			addLimbs((limb) => hash.readUInt32BE(4 * limb));
		},
		digest: () => total.map((limb) => limb.toString(16).padStart(8, '0')).join(''),
	};
}

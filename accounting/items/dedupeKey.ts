import type { SalesEntry } from '../../vipps/api/salesEntry';

/**
 * The keys given out last to sales without a PSP reference, by a short hash, each with its running number. Plain JSON: kept
 * between runs, so that equal sales on either side of a page or a run are told apart.
 */
export type RecentKeys = Array<[hash: string, count: number]>;

/** So many different ones are remembered. Equal sales bear the same time, so that in a feed they are close together. */
const MOST_RECENT = 20;

/**
 * What tells a sale from all others: ledger, type and PSP reference. Where there is none, as no payment provider took part (cash),
 * or one that is no text and no exact number, it is reference, time, type and gross amount, which two sales may share.
 */
export function identityOf(ledgerId: string, entry: SalesEntry): string {
	const type = entry.entryType ?? '';
	return isNumbered(entry)
		? join([ledgerId, type, '', entry.reference, entry.time, entry.amounts?.gross])
		: join([ledgerId, type, entry.pspReference]);
}

/**
 * Gives out a ledger's keys, one sale after another as in its feed: a key depends on nothing but the sales before it, so that
 * whoever reads the same sales again, in whatever pages, gets the same keys.
 *
 * Of more than 20 different cash sales between two that are equal in every part, the latter gets the key of the former.
 */
export function dedupeKeys(ledgerId: string, recent: RecentKeys = []) {
	const counts = new Map(recent);
	return {
		/** The key of the next sale. */
		next(entry: SalesEntry): string {
			const identity = identityOf(ledgerId, entry);
			if (!isNumbered(entry)) return identity;
			const hash = hashOf(identity);
			const count = (counts.get(hash) ?? 0) + 1;
			counts.delete(hash);
			counts.set(hash, count);
			const [oldest] = counts.keys();
			if (counts.size > MOST_RECENT && oldest !== undefined) counts.delete(oldest);
			return `${identity}|${count}`;
		},
		/** To go on from; undefined when there is nothing to keep. */
		recent: (): RecentKeys | undefined => (counts.size > 0 ? [...counts] : undefined),
	};
}

/** A short hash (FNV-1a, 32 bit) of a key. Two keys of one hash share their numbers: these have gaps then, no more. */
export function hashOf(key: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at++) {
		hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
	}
	return hash.toString(36);
}

function isNumbered({ pspReference }: SalesEntry): boolean {
	const given: unknown = pspReference;
	return typeof given === 'string' ? given === '' : !Number.isSafeInteger(given);
}

const join = (parts: unknown[]): string =>
	parts.map((part) => textOf(part).replace(/[\\|]/g, '\\$&')).join('|');

const textOf = (part: unknown): string =>
	typeof part === 'object' && part !== null ? JSON.stringify(part) : String(part ?? '');

/** Recent keys out of what was kept as JSON; undefined where it is none. */
export const readRecentKeys = (kept: unknown): RecentKeys | undefined =>
	Array.isArray(kept) ? kept.filter(isCounted).map(([hash, count]) => [hash, count]) : undefined;

/** Whether a value is a hash with its running number. */
export const isCounted = (value: unknown): value is [string, number] =>
	Array.isArray(value) && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);

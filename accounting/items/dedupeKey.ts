import type { SalesEntry } from '../../vipps/api/salesEntry';

/**
 * The last keys of sales without a PSP reference: a short hash of each, with its running number. Plain JSON, kept between executions, so that
 * equal sales on two pages or in two executions get different keys.
 */
export type RecentKeys = Array<[hash: string, count: number]>;

/** How many different keys are kept. Equal sales have the same time, so in a feed they are close together. */
const MOST_RECENT = 20;

/**
 * The identity of a sale: ledger, type and PSP reference. If there is no PSP reference, since no payment provider took part (cash), or if it
 * is neither a text nor an exact number, the identity is reference, time, type and gross amount, which two sales may share.
 */
export function identityOf(ledgerId: string, entry: SalesEntry): string {
	const type = entry.entryType ?? '';
	return isNumbered(entry)
		? join([ledgerId, type, '', entry.reference, entry.time, entry.amounts?.gross])
		: join([ledgerId, type, entry.pspReference]);
}

/** The keys of a ledger's sales, in the order of its feed. */
export interface DedupeKeys {
	/** The key of the next sale. */
	next(entry: SalesEntry): string;
	/** Passes over the next sale, whose key is not wanted. */
	skip(entry: SalesEntry): void;
	/** To continue from; undefined if there is nothing to keep. */
	recent(): RecentKeys | undefined;
}

/**
 * Makes a ledger's keys, one sale after the other as in its feed. A key depends only on the sales before it, so the same sales, read again in
 * other pages, get the same keys.
 *
 * If more than 20 different cash sales lie between two that are equal in every part, both get the same key.
 */
export function dedupeKeys(ledgerId: string, recent: RecentKeys = []): DedupeKeys {
	const counts = new Map(recent);
	const numberOf = (identity: string): number => {
		const hash = hashOf(identity);
		const count = (counts.get(hash) ?? 0) + 1;
		counts.delete(hash);
		counts.set(hash, count);
		const [oldest] = counts.keys();
		if (counts.size > MOST_RECENT && oldest !== undefined) counts.delete(oldest);
		return count;
	};
	return {
		next(entry) {
			const identity = identityOf(ledgerId, entry);
			return isNumbered(entry) ? `${identity}|${numberOf(identity)}` : identity;
		},
		skip(entry) {
			if (isNumbered(entry)) numberOf(identityOf(ledgerId, entry));
		},
		recent: () => (counts.size > 0 ? [...counts] : undefined),
	};
}

/** A short hash (FNV-1a, 32 bit) of a key. If two keys have the same hash they share their numbers, which then have gaps. */
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

/** Parts as one text, from which each can be told. */
export const join = (parts: unknown[]): string =>
	parts.map((part) => textOf(part).replace(/[\\|]/g, '\\$&')).join('|');

const textOf = (part: unknown): string =>
	typeof part === 'object' && part !== null ? JSON.stringify(part) : String(part ?? '');

/** Recent keys that were kept as JSON; undefined if the value is not a list. */
export const readRecentKeys = (kept: unknown): RecentKeys | undefined =>
	Array.isArray(kept) ? kept.filter(isCounted).map(([hash, count]) => [hash, count]) : undefined;

/** Whether a value is a hash with its running number. */
export const isCounted = (value: unknown): value is [string, number] =>
	Array.isArray(value) && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);

import { POLL_CONCURRENCY } from '../../../nodes/shared/polling/poll';

/** The time limit of a poll, and the fraction of it after which the trigger starts no page: the same as in the trigger. */
const POLL_MS = 45_000;
const LAST_PAGE = 0.8;

/** The latency of Vipps, and the cost of a call in n8n. */
export interface Pace {
	latencyMs: number;
	/** Processor time of one call. */
	ownMs: number;
}

/** The calls for the ledger list, whose pages are read one after another. */
export const listCalls = (ledgers: number, perPage: number): number =>
	Math.max(1, Math.ceil(ledgers / perPage));

/** A token lives for 15 minutes. */
const TOKENS_PER_HOUR = 4;

/** The calls of so many polls in an hour, including those for a token if the previous one has expired. */
export const callsPerHour = (polls: number, perPoll: number, perToken: number): number =>
	polls * perPoll + Math.min(polls, TOKENS_PER_HOUR) * perToken;

/**
 * The time per call if as many calls as possible are made at once: either all of them wait for Vipps, or n8n is busy, since it
 * works on one call at a time.
 */
export const msPerCall = ({ latencyMs, ownMs }: Pace): number =>
	Math.max(ownMs, (latencyMs + ownMs) / POLL_CONCURRENCY);

/** The time to read the ledger list, and to call every ledger's feed once. */
export const roundSeconds = (ledgers: number, perPage: number, pace: Pace): number =>
	(listCalls(ledgers, perPage) * (pace.latencyMs + pace.ownMs) + ledgers * msPerCall(pace)) / 1000;

/**
 * The number of ledgers that one poll of the trigger reads: of a list that it has to read first, or of selected ones. 0 if the
 * list alone takes too long.
 *
 * @param list the number of ledgers in the list and in one page of it; omitted for selected ledgers
 */
export function reachOfPoll(pace: Pace, list?: { ledgers: number; perPage: number }): number {
	const calls = list ? listCalls(list.ledgers, list.perPage) : 0;
	const left = POLL_MS * LAST_PAGE - calls * (pace.latencyMs + pace.ownMs);
	if (left <= 0) return 0;
	const reached = Math.floor(left / msPerCall(pace));
	return list ? Math.min(list.ledgers, reached) : reached;
}

/** The most ledgers of an account that one trigger can read in every poll. */
export function mostOfOneTrigger(pace: Pace, perPage: number): number {
	const listMs = (pace.latencyMs + pace.ownMs) / perPage;
	let most = Math.floor((POLL_MS * LAST_PAGE) / (listMs + msPerCall(pace)));
	// The last page of the list may have only a few ledgers, but costs as much as a full one.
	while (roundSeconds(most, perPage, pace) * 1000 > POLL_MS * LAST_PAGE) most--;
	return most;
}

/** The number of workflows for these ledgers if each reads so many; undefined if it reads none. */
export const workflowsFor = (ledgers: number, reach: number): number | undefined =>
	reach > 0 ? Math.ceil(ledgers / reach) : undefined;

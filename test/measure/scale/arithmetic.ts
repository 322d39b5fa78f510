import { POLL_CONCURRENCY } from '../../../nodes/shared/polling/poll';

/** How long n8n lets a poll take, and behind which part of that the trigger begins no page: as in the trigger's poll. */
const POLL_MS = 45_000;
const LAST_PAGE = 0.8;

/** How fast Vipps answers, and what a call takes on n8n's side. */
export interface Pace {
	latencyMs: number;
	/** Processor time of one call. */
	ownMs: number;
}

/** The ledger list comes page by page, one call after another. */
export const listCalls = (ledgers: number, perPage: number): number =>
	Math.max(1, Math.ceil(ledgers / perPage));

/** A token lives for 15 minutes. */
const TOKENS_PER_HOUR = 4;

/** How many calls polls make in an hour, each so many and those for a token when the last one has died. */
export const callsPerHour = (polls: number, perPoll: number, perToken: number): number =>
	polls * perPoll + Math.min(polls, TOKENS_PER_HOUR) * perToken;

/**
 * How long one of many calls takes when as many are under way as there are lanes: the lanes are busy waiting, or else n8n is
 * busy working, since it does that for one call at a time.
 */
export const msPerCall = ({ latencyMs, ownMs }: Pace): number =>
	Math.max(ownMs, (latencyMs + ownMs) / POLL_CONCURRENCY);

/** How long it takes to read the ledger list, and to ask every ledger's feed once. */
export const roundSeconds = (ledgers: number, perPage: number, pace: Pace): number =>
	(listCalls(ledgers, perPage) * (pace.latencyMs + pace.ownMs) + ledgers * msPerCall(pace)) / 1000;

/**
 * How many ledgers one poll of the trigger reaches: of a list that it has to read first, or of chosen ones. 0 when the list
 * alone takes too long.
 *
 * @param list how many ledgers the list has, and how many come in one page of it; left out for chosen ledgers
 */
export function reachOfPoll(pace: Pace, list?: { ledgers: number; perPage: number }): number {
	const calls = list ? listCalls(list.ledgers, list.perPage) : 0;
	const left = POLL_MS * LAST_PAGE - calls * (pace.latencyMs + pace.ownMs);
	if (left <= 0) return 0;
	const reached = Math.floor(left / msPerCall(pace));
	return list ? Math.min(list.ledgers, reached) : reached;
}

/** How many ledgers an account may have at most for one trigger to reach all of them in every poll. */
export function mostOfOneTrigger(pace: Pace, perPage: number): number {
	const listMs = (pace.latencyMs + pace.ownMs) / perPage;
	let most = Math.floor((POLL_MS * LAST_PAGE) / (listMs + msPerCall(pace)));
	// A last page of the list may hold a few ledgers only, and costs as much as a full one.
	while (roundSeconds(most, perPage, pace) * 1000 > POLL_MS * LAST_PAGE) most--;
	return most;
}

/** How many workflows share these ledgers when each reaches so many; undefined when none reaches any. */
export const workflowsFor = (ledgers: number, reach: number): number | undefined =>
	reach > 0 ? Math.ceil(ledgers / reach) : undefined;

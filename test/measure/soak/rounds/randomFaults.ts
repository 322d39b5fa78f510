import { errorShapes, type Fault } from '../../../../sandbox/faults/fault';
import type { Random } from '../testBed/random';

const TRANSIENT_STATUSES = [408, 423, 429, 500, 502, 503, 504];
const BROKEN_ANSWERS = [
	'emptyBody',
	'notJson',
	'cutJson',
	'truncated',
	'reset',
	'resetAfterHeaders',
] as const;
/** What a path contains: of all calls, sales, dates, funds and fees, the ledger list, the token. */
const PATHS = [undefined, undefined, '/sales/', '/dates/', '/report/v2/', '/settlement/', '/miami'];
const PAST = 'Mon, 01 Jun 2026 12:00:00 GMT';

/** A failure of so many calls: a call that is repeated succeeds in the end. */
export function transientFault(random: Random, times: number): Fault {
	const where = { path: random.oneOf(PATHS), from: random.integer(1, 8), times };
	if (random.chance(0.5)) return { kind: random.oneOf(BROKEN_ANSWERS), ...where };
	const retryAfter = random.oneOf([undefined, undefined, '0', '0', '1', PAST]);
	const status = random.oneOf(TRANSIENT_STATUSES);
	return { kind: 'status', status, shape: random.oneOf(errorShapes), retryAfter, ...where };
}

/** An oddity that no run fails because of. */
export function harmlessFault(random: Random): Fault {
	const from = random.integer(1, 6);
	return random.oneOf<Fault>([
		{ kind: 'wrongType', from, times: random.integer(1, 10) },
		{ kind: 'slow', from, times: random.integer(1, 4), everyMs: random.integer(20, 200) },
		{ kind: 'emptyPage', path: '/sales/', from, times: random.integer(1, 10) },
		{ kind: 'shortToken', calls: random.integer(15, 30) },
	]);
}

/** A limit so tight that a run may or may not succeed. */
export function tightLimit(random: Random): Fault {
	return random.oneOf<Fault>([
		{ kind: 'rateLimit', calls: random.integer(8, 20) },
		{ kind: 'shortToken', calls: random.integer(1, 5) },
		{ kind: 'emptyPage', path: '/dates/', times: 25 },
	]);
}

/** A failure of all calls for this ledger: a run that reads it for long enough fails. */
export function persistentFault(random: Random, ledgerId: string): Fault {
	const where = { path: `/ledgers/${ledgerId}`, from: random.integer(1, 3) };
	const status = (code: number) =>
		({ kind: 'status', status: code, shape: random.oneOf(errorShapes) }) as const;
	return random.oneOf<Fault>([
		{ ...status(500), ...where },
		{ ...status(503), ...where, retryAfter: '0' },
		{ ...status(502), ...where, times: random.integer(6, 9) },
		{ ...status(400), ...where },
		{ ...status(401), ...where },
		{ ...status(403), ...where },
		// A date of funds or fees that is not found may not be there yet.
		{ ...status(404), ...where, path: `/sales/report/v1${where.path}` },
		{ ...status(429), ...where, retryAfter: '121' },
		{ kind: 'redirect', location: 'http://127.0.0.1:1/', ...where },
		{ kind: random.oneOf(BROKEN_ANSWERS), ...where },
	]);
}

/**
 * Wrong cursors for a date. They start at the fourth call: an expired token may cost the first two, and the previous page
 * must be one of the same run, since an older run's page could not be told from a correct one.
 */
export function cursorFault(random: Random, ledgerId: string, ledgerDate: string): Fault {
	const kind = random.oneOf(['repeatedCursor', 'duplicatePage'] as const);
	return {
		kind,
		path: `/ledgers/${ledgerId}/dates/${ledgerDate}`,
		from: 4,
		times: random.integer(1, 3),
	};
}

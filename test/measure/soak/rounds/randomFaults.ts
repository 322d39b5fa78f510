import { errorShapes, type Fault } from '../../../../sandbox/faults/fault';
import type { Draw } from './random';

const PASSING_STATUSES = [408, 423, 429, 500, 502, 503, 504];
const BROKEN_ANSWERS = [
	'emptyBody',
	'notJson',
	'cutJson',
	'truncated',
	'reset',
	'resetAfterHeaders',
] as const;
/** Part of the path: all calls, sales, dates, the ledger list, the token. */
const PATHS = [undefined, undefined, '/sales/', '/dates/', '/settlement/', '/miami'];
const PAST = 'Mon, 01 Jun 2026 12:00:00 GMT';

/** A failure that is gone when the call is sent again, so many times. */
export function passingFault(draw: Draw, times: number): Fault {
	const where = { path: draw.oneOf(PATHS), from: draw.between(1, 8), times };
	if (draw.chance(0.5)) return { kind: draw.oneOf(BROKEN_ANSWERS), ...where };
	const retryAfter = draw.oneOf([undefined, undefined, '0', '0', '1', PAST]);
	const status = draw.oneOf(PASSING_STATUSES);
	return { kind: 'status', status, shape: draw.oneOf(errorShapes), retryAfter, ...where };
}

/** Something odd that a run need not even notice. */
export function harmlessFault(draw: Draw): Fault {
	const from = draw.between(1, 6);
	return draw.oneOf<Fault>([
		{ kind: 'wrongType', from, times: draw.between(1, 10) },
		{ kind: 'slow', from, times: draw.between(1, 4), everyMs: draw.between(20, 200) },
		{ kind: 'emptyPage', path: '/sales/', from, times: draw.between(1, 10) },
		{ kind: 'shortToken', calls: draw.between(15, 30) },
	]);
}

/** Limits so tight that a run may or may not get through. */
export function harshLimit(draw: Draw): Fault {
	return draw.oneOf<Fault>([
		{ kind: 'rateLimit', calls: draw.between(8, 20) },
		{ kind: 'shortToken', calls: draw.between(1, 5) },
		{ kind: 'emptyPage', path: '/dates/', times: 25 },
	]);
}

/** What no run gets through that reads this ledger for long enough. */
export function lastingFault(draw: Draw, ledgerId: string): Fault {
	const where = { path: `/ledgers/${ledgerId}`, from: draw.between(1, 3) };
	const status = (code: number) =>
		({ kind: 'status', status: code, shape: draw.oneOf(errorShapes) }) as const;
	return draw.oneOf<Fault>([
		{ ...status(500), ...where },
		{ ...status(503), ...where, retryAfter: '0' },
		{ ...status(502), ...where, times: draw.between(6, 9) },
		{ ...status(400), ...where },
		{ ...status(401), ...where },
		{ ...status(403), ...where },
		{ ...status(404), ...where },
		{ ...status(429), ...where, retryAfter: '121' },
		{ kind: 'redirect', location: 'http://127.0.0.1:1/', ...where },
		{ kind: draw.oneOf(BROKEN_ANSWERS), ...where },
	]);
}

/**
 * Cursors of a date that lead nowhere. From the fourth call on: a dead token may cost the first two, and the page before
 * must be one of the same run, or the sandbox sends an older run's page, which nobody could tell from a right one.
 */
export function cursorFault(draw: Draw, ledgerId: string, ledgerDate: string): Fault {
	const kind = draw.oneOf(['repeatedCursor', 'duplicatePage'] as const);
	return {
		kind,
		path: `/ledgers/${ledgerId}/dates/${ledgerDate}`,
		from: 4,
		times: draw.between(1, 3),
	};
}

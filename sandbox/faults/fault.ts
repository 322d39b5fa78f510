/** Ways to misbehave, and what each means. */
export const faultTable = {
	status: 'An answer with `status`, its body in `shape`, and `retryAfter` where it is given',
	emptyBody: 'Status 200 and nothing',
	notJson: 'Status 200 and a page of HTML',
	cutJson: 'Status 200 and the first half of the JSON, as if it were whole',
	truncated: 'The connection is cut in the middle of the body',
	reset: 'The connection is cut before any answer',
	resetAfterHeaders: 'The connection is cut right behind the headers',
	stall: 'No answer, ever',
	drip: 'The body comes a byte at a time, `everyMs` apart',
	slow: 'The answer comes `everyMs` late',
	redirect: 'Status 302 to `location`',
	wrongType: 'The answer calls itself text/html',
	repeatedCursor: 'A page that has more, whose cursor is the one that was sent',
	emptyPage: 'A page without items that has more; its cursor leads to where this page began',
	duplicatePage: 'The page before once more, and what belongs to it',
	shortToken: 'Tokens expire after `calls` calls',
	rateLimit: 'More than `calls` calls within a second are answered 429, with Retry-After',
	congested:
		'`calls` calls are answered at a time, each after `everyMs`; the others wait, and are answered 503 when more than `waiting` do',
} as const;

/** The name of a way to misbehave. */
export type FaultKind = keyof typeof faultTable;

/** The documented shapes of an error body (knowledge base, HTTP errors), a firewall's page, and nothing. */
export const errorShapes = [
	'problem',
	'problemStringStatus',
	'gateway',
	'codeMessage',
	'errorCode',
	'oauth',
	'html',
	'empty',
] as const;

/** The name of a shape. */
export type ErrorShape = (typeof errorShapes)[number];

/** One way to misbehave, and for which calls. */
export interface Fault {
	kind: FaultKind;
	/** A part of the path; every path where it is left out. */
	path?: string;
	/** The first matching call that it meets, from 1 (default 1). */
	from?: number;
	/** How many matching calls it meets from there on (default: all). */
	times?: number;
	/** Of `status`: default 500. */
	status?: number;
	/** Of `status`: default problem. */
	shape?: ErrorShape;
	/** Of `status`: the header as it is sent, seconds or an HTTP date. */
	retryAfter?: string;
	/** Of `redirect`. */
	location?: string;
	/** Of `drip`, `slow` and `congested`, in milliseconds: default 1000. */
	everyMs?: number;
	/** Of `shortToken`, `rateLimit` and `congested`: default 10. */
	calls?: number;
	/** Of `congested`: default any number. */
	waiting?: number;
}

/** Why something cannot be a fault, in words for a person; undefined when it can. */
export function complaintAboutFault(fault: unknown): string | undefined {
	if (typeof fault !== 'object' || fault === null) return 'Give the fault as an object';
	const { kind, shape } = fault as Partial<Fault>;
	if (!Object.keys(faultTable).includes(String(kind))) {
		return `There is no fault "${kind}". There are: ${Object.keys(faultTable).join(', ')}`;
	}
	if (shape !== undefined && !errorShapes.includes(shape)) {
		return `There is no shape "${shape}". There are: ${errorShapes.join(', ')}`;
	}
	return undefined;
}

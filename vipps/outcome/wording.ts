import { asObject, text } from '../unknown';
import { isSuccess, type Answer } from './answer';
import { isOfVipps } from './isRetryable';
import { preview, redact, shorten } from './preview';
import { readProblem } from './problem';

const LONGEST_REASON = 160;

/** Who answered, and with what: Vipps in one of its own shapes, or something on the way to it. */
export function describeAnswer(answer: Answer, secrets: string[] = []): string {
	const { status, body } = answer;
	if (isSuccess(answer) && !isWebPage(body)) {
		return `Vipps answered ${preview(body, secrets)} instead of JSON`;
	}
	if (isOfVipps(answer)) {
		const { reason = '' } = readProblem(body) ?? {};
		return `Vipps answered ${status}: ${redact(reason, secrets)}`;
	}
	const said = plainText(body, secrets);
	const kind = kindOf(answer);
	const silence = kind ? '' : ' and gave no reason';
	const reason = said === '' ? silence : `: "${said}"`;
	return sentences([
		`Something between n8n and Vipps answered ${status}${kind ?? ''}${reason}`,
		status === 407 ? 'A proxy asks for a login' : 'It may be a proxy or a firewall',
	]);
}

/** What an answer is that has no status of an error. */
function kindOf(answer: Answer): string | undefined {
	if (isSuccess(answer)) return ', with a web page instead of JSON';
	const isRedirect = answer.status >= 300 && answer.status < 400;
	return isRedirect ? ', which leads to another address; it is not followed' : undefined;
}

/** The trace ID by which Vipps support finds the call, in words; undefined if the answer has none. */
export function traceOf({ body }: Answer, secrets: string[] = []): string | undefined {
	const { traceId } = readProblem(body) ?? {};
	return traceId && `Trace ID for Vipps support: ${redact(traceId, secrets)}`;
}

/** Joins parts to a text of sentences; missing parts are left out. */
export const sentences = (parts: Array<string | undefined>): string =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$|^Trace ID/.test(part ?? '') ? part : `${part}.`))
		.join(' ');

const isWebPage = (body: unknown) => typeof body === 'string' && /^\s*</.test(body);

/** What a body says, without markup. */
function plainText(body: unknown, secrets: string[]): string {
	const { message, error } = asObject(body);
	const said = text(body) ?? text(message) ?? text(error);
	if (said === undefined) {
		return Object.keys(asObject(body)).length === 0 ? '' : preview(body, secrets);
	}
	const plain = said
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return shorten(redact(plain, secrets), LONGEST_REASON);
}

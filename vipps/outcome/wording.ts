import { isSuccess, type Answer } from './answer';
import { isOfVipps } from './isRetryable';
import { readProblem } from './problem';
import { redact, shorten, sketch } from './preview';
import { asObject, text } from '../unknown';

const LONGEST_PREVIEW = 160;

/** Who answered what: Vipps in one of its own shapes, or something on the way to it. */
export function describeAnswer(answer: Answer, secrets: string[] = []): string {
	const { status, body } = answer;
	if (isSuccess(answer) && !isPage(body)) {
		return `Vipps answered ${sketch(body, secrets)} instead of JSON`;
	}
	if (isOfVipps(answer)) {
		const { reason = '' } = readProblem(body) ?? {};
		return `Vipps answered ${status}: ${redact(reason, secrets)}`;
	}
	const said = preview(body, secrets);
	const silence = mannerOf(answer) ? '' : ' and gave no reason';
	const reason = said === '' ? silence : `: "${said}"`;
	return sentences([
		`Something between n8n and Vipps answered ${status}${mannerOf(answer) ?? ''}${reason}`,
		status === 407 ? 'A proxy asks for a login' : 'It may be a proxy or a firewall',
	]);
}

/** How an answer that is no error differs from Vipps's. */
function mannerOf(answer: Answer): string | undefined {
	if (isSuccess(answer)) return ', with a web page instead of JSON';
	const leadsAway = answer.status >= 300 && answer.status < 400;
	return leadsAway ? ', which leads to another address; it is not followed' : undefined;
}

/** By which Vipps support finds the call; undefined where the answer tells none. */
export function traceOf({ body }: Answer, secrets: string[] = []): string | undefined {
	const { traceId } = readProblem(body) ?? {};
	return traceId && `Trace ID for Vipps support: ${redact(traceId, secrets)}`;
}

/** Parts as sentences of one text; what is missing is left out. */
export const sentences = (parts: Array<string | undefined>): string =>
	parts
		.filter((part) => part !== undefined && part !== '')
		.map((part) => (/[.!?]$|^Trace ID/.test(part ?? '') ? part : `${part}.`))
		.join(' ');

const isPage = (body: unknown) => typeof body === 'string' && /^\s*</.test(body);

/** What a body says, as plain text. */
function preview(body: unknown, secrets: string[]): string {
	const { message, error } = asObject(body);
	const said = text(body) ?? text(message) ?? text(error);
	if (said === undefined) {
		return Object.keys(asObject(body)).length === 0 ? '' : sketch(body, secrets);
	}
	const plain = said
		.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return shorten(redact(plain, secrets), LONGEST_PREVIEW);
}

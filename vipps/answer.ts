/** What came of sending a call once. */
export type Outcome = Answer | Fault;

/** An HTTP answer, whatever its status. */
export interface Answer {
	status: number;
	/** Parsed where it was JSON, else the text. */
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, unknown>;
}

/** No answer came. */
export interface Fault {
	/** What went wrong, for the user. */
	message: string;
	description?: string;
	/** Whether sending the call again may help. */
	isPassing: boolean;
	/** Whether no call was sent at all, the credential being refused: the next call will fare no better. */
	isOfCredential?: boolean;
	/** Of the token endpoint's answer, where that is what failed. */
	headers?: Record<string, unknown>;
}

/** Whether Vipps answered at all. */
export const isAnswer = (outcome: Outcome): outcome is Answer => 'status' in outcome;

/** Whether an outcome is what was asked for: a success with a JSON body, or with none where Vipps says so. */
export const isUsable = (outcome: Outcome): outcome is Answer =>
	isAnswer(outcome) && isSuccess(outcome) && isJson(outcome);

/** Statuses that pass, beside those from 500 up. Source: Vipps knowledge base, "Errors"; 408 by its definition. */
const PASSING_STATUSES = [408, 423, 429];

/** Whether an error status may be gone the next time. */
export const isPassingStatus = (status: number): boolean =>
	PASSING_STATUSES.includes(status) || status >= 500;

/** Whether sending the call again may bring another outcome. A page that is cut off, or is no JSON, is one that may. */
export function isPassing(outcome: Outcome): boolean {
	if (!isAnswer(outcome)) return outcome.isPassing;
	if (isSuccess(outcome)) return !isJson(outcome);
	return isPassingStatus(outcome.status);
}

const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

/** n8n hands out a body that it cannot parse as the text it is. */
const isJson = ({ body, status }: Answer) =>
	status === 204 || (typeof body !== 'string' && body !== undefined);

/** What came of sending a call once. */
export type Outcome = Answer | Fault;

/** An HTTP answer, whatever its status, and whoever gave it. */
export interface Answer {
	status: number;
	/** Parsed where it was JSON, else the text. */
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, unknown>;
	/** The token that the call carried. */
	token?: string;
}

/** No answer came. */
export interface Fault {
	/** What happened, for the user. */
	message: string;
	description?: string;
	/** Whether sending the call again may help. */
	isPassing: boolean;
	/** Whether the credential was refused, so that no call was sent at all: the next call will fare no better. */
	isOfCredential?: boolean;
	/** The token endpoint's answer, where that is what failed. */
	tokenAnswer?: Answer;
}

/** Whether an answer came at all. */
export const isAnswer = (outcome: Outcome): outcome is Answer => 'status' in outcome;

/** Whether an outcome is what was asked for: a success with a JSON body, or with none where Vipps says so. */
export const isUsable = (outcome: Outcome): outcome is Answer =>
	isAnswer(outcome) && isSuccess(outcome) && isJson(outcome);

/** Whether the status is one of success. */
export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** n8n hands out a body that it cannot parse as the text it is. */
const isJson = ({ body, status }: Answer) =>
	status === 204 || (typeof body !== 'string' && body !== undefined);

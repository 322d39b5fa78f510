/** The result of sending a call once. */
export type Outcome = Answer | NoAnswer;

/** An HTTP answer, whatever its status, from Vipps or from something on the way. */
export interface Answer {
	status: number;
	/** Parsed if it is JSON, else the text. */
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, unknown>;
	/** The token that the call carried. */
	token?: string;
}

/** The call got no answer. */
export interface NoAnswer {
	/** What happened, for the user. */
	message: string;
	description?: string;
	/** Whether sending the call again may help. */
	isRetryable: boolean;
	/** Whether the credential was refused, so that the call was never sent: the next call would not be sent either. */
	isCredentialRefused?: boolean;
	/** The token endpoint's answer, if that is what failed. */
	tokenAnswer?: Answer;
}

/** Whether there is an answer at all. */
export const isAnswer = (outcome: Outcome): outcome is Answer => 'status' in outcome;

/** Whether an outcome is a success with a JSON body, or with none if the status says so. */
export const isUsable = (outcome: Outcome): outcome is Answer =>
	isAnswer(outcome) && isSuccess(outcome) && isJson(outcome);

/** Whether the status is one of success. */
export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** n8n returns a body that it cannot parse as text. */
const isJson = ({ body, status }: Answer) =>
	status === 204 || (typeof body !== 'string' && body !== undefined);

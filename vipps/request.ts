import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { apiError } from './errors';

/** What a node hands over to call the API from. */
export type VippsContext = IExecuteFunctions | ILoadOptionsFunctions;

/** One GET of the accounting APIs. */
export interface VippsCall {
	/** Already encoded, beginning with a slash; the credential puts the base URL before it. */
	path: string;
	/** Undefined values are left out. */
	query?: IDataObject;
	/** What is asked for, to complete "Could not get …" for the user: `the sales of ledger 302321`. */
	subject: string;
}

const TIME_LIMIT_MS = 30_000;

/**
 * The parsed JSON body of one call, unchecked. The credential signs it, fetches the token when there is none and once more
 * after a 401, and alone decides which server is called.
 *
 * @throws NodeApiError that says what could not be got, why, and what to do
 */
export async function request(context: VippsContext, call: VippsCall): Promise<unknown> {
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: call.path,
		qs: call.query,
		json: true,
		timeout: TIME_LIMIT_MS,
		// The API never redirects: following one could only carry the token elsewhere.
		disableFollowRedirect: true,
	};
	try {
		return await context.helpers.httpRequestWithAuthentication.call(
			context,
			'vippsAccountingApi',
			options,
		);
	} catch (error) {
		throw apiError(context.getNode(), error, call.subject);
	}
}

import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { KEY_HEADERS } from './salesUnitHeaders';

/** Options that n8n's two request helpers read and that could send the token elsewhere, or replace it. */
const DIVERTING = ['uri', 'baseURL', 'auth', 'agentOptions'];

/** The older request helper reads the last three, the newer one the first and the last. */
const noRedirects = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};

/** The newer request helper reads the first, the older one the second. The token call checks the certificate too. */
const checkedCertificate = { skipSslCertificateValidation: false, rejectUnauthorized: true };

/**
 * A copy of a call that goes to this address with these headers, whatever its other options are. A copy may be copied again.
 *
 * A proxy is kept for https, since it then sees only the name of the server.
 */
export function requestTo(
	url: string,
	headers: IDataObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions {
	const request: IHttpRequestOptions = {
		...options,
		...noRedirects,
		...checkedCertificate,
		url,
		headers: { ...othersThan(headers, options.headers), ...headers },
	};
	const diverting = url.startsWith('https:') ? DIVERTING : [...DIVERTING, 'proxy'];
	for (const name of diverting) delete (request as unknown as IDataObject)[name];
	return request;
}

/**
 * The other headers, compared in any case. A `Host` header is dropped: only the address names the server. So are headers that name a sales
 * unit: only the credential does.
 */
function othersThan(headers: IDataObject, given: IDataObject = {}): IDataObject {
	const ours = Object.keys(headers).map((name) => name.toLowerCase());
	const taken = new Set(['host', ...KEY_HEADERS, ...ours]);
	const others = Object.entries(given).filter(([name]) => !taken.has(name.trim().toLowerCase()));
	return Object.fromEntries(others);
}

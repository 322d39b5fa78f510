import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** Whatever n8n's two request helpers read of a call that could bring its token elsewhere, or another one in its place. */
const DIVERTING = ['uri', 'baseURL', 'auth', 'agentOptions'];

/** Neither helper follows a redirect: the older one reads the last three, the newer one the first and the last. */
const noRedirects = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
};

/** For the newer helper and the older one. The token call checks the certificate, too, so none is lost by that. */
const checkedCertificate = { skipSslCertificateValidation: false, rejectUnauthorized: true };

/**
 * A copy of a call that goes to this address with these headers, whatever else it asks for. It may be made of a copy again.
 *
 * A proxy is kept for https, where it sees only the name of the server.
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

/** A header has one name, in capitals or not; and the server that a call is for is named by its address alone. */
function othersThan(headers: IDataObject, given: IDataObject = {}): IDataObject {
	const taken = new Set(['host', ...Object.keys(headers).map((name) => name.toLowerCase())]);
	const others = Object.entries(given).filter(([name]) => !taken.has(name.trim().toLowerCase()));
	return Object.fromEntries(others);
}

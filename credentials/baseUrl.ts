import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trimmed } from './trimmed';

/**
 * The base URL, normalised and without a slash at its end.
 *
 * @throws Error unless it is https, or http on localhost, and has only a server and a path
 */
export function trustedBaseUrl({ baseUrl }: ICredentialDataDecryptedObject): string {
	const given = trimmed(baseUrl);
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url || !isSecure(url)) {
		throw new Error(
			`Base URL must begin with https:// (http:// is only allowed for localhost). You entered "${withoutUserInfo(given)}".`,
		);
	}
	if (url.username || url.password || /[?#]/.test(given)) {
		throw new Error(
			`Base URL must not contain a user name, a password, "?" or "#". You entered "${withoutUserInfo(given)}".`,
		);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

const isSecure = ({ protocol, hostname }: URL) =>
	protocol === 'https:' ||
	(protocol === 'http:' && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname));

/** A bad address in a form that may be shown: a password in it comes before an "@". */
export const withoutUserInfo = (address: string): string =>
	address.slice(address.lastIndexOf('@') + 1);

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trimmed } from './trimmed';

/** The server of Vipps MobilePay for Norway, Denmark and Finland. Source: Report API guide. */
const PRODUCTION = 'https://api.vipps.no';

/**
 * The base URL of the environment, as it was entered: only a custom one can be entered.
 *
 * @throws Error if an expression gives an environment that does not exist
 */
export function enteredBaseUrl({
	environment = 'production',
	baseUrl,
}: ICredentialDataDecryptedObject): string {
	if (environment === 'production') return PRODUCTION;
	if (environment === 'custom') return trimmed(baseUrl);
	throw new Error(
		`'Environment' must be production or custom. You entered "${trimmed(environment)}".`,
	);
}

/**
 * The base URL, normalised and without a slash at its end.
 *
 * @throws Error unless it is https, or http on localhost, and has only a server and a path
 */
export function trustedBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	const given = enteredBaseUrl(credentials);
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (!url || !isSecure(url)) {
		throw new Error(
			`'Base URL' must begin with https:// (http:// is only allowed for localhost). You entered "${withoutUserInfo(given)}".`,
		);
	}
	if (url.username || url.password || /[?#]/.test(given)) {
		throw new Error(
			`'Base URL' must not contain a user name, a password, "?" or "#". You entered "${withoutUserInfo(given)}".`,
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

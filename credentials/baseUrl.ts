import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trimmed } from './trimmed';

/**
 * The base URL without blanks and slashes at its end.
 *
 * @throws Error unless it is https, or http on this very machine
 */
export function trustedBaseUrl({ baseUrl }: ICredentialDataDecryptedObject): string {
	const given = trimmed(baseUrl).replace(/\/+$/, '');
	const url = URL.canParse(given) ? new URL(given) : undefined;
	const isLoopback =
		url !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
	if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback)) return given;
	throw new Error(
		`Base URL must begin with https:// (http:// is for a sandbox on localhost only), not "${given}"`,
	);
}

/**
 * A node gives a path; only n8n's HTTP Request node gives a whole address, and that one must lie on the same server.
 *
 * @throws Error when it does not
 */
export function refuseOtherServers(address: string, baseUrl: string): void {
	if (!new URL(address, baseUrl).href.startsWith(`${new URL(baseUrl).origin}/`)) {
		throw new Error(
			`This credential is for ${baseUrl} alone, not for ${new URL(address, baseUrl).origin}`,
		);
	}
}

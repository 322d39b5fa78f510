import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { keyTypeOf } from '../vipps/keys/keyType';
import { trimmed } from '../vipps/keys/trimmed';

/** The names of the headers on each call with the keys of a sales unit. Source: Report API quick start. */
const SUBSCRIPTION_KEY = 'Ocp-Apim-Subscription-Key';
const MERCHANT_SERIAL_NUMBER = 'Merchant-Serial-Number';

/** The same in lower case: only a credential sets them. */
export const KEY_HEADERS = [SUBSCRIPTION_KEY, MERCHANT_SERIAL_NUMBER].map((name) =>
	name.toLowerCase(),
);

/**
 * The headers on each call with the keys of a sales unit; none with accounting keys, with which a subscription key is refused.
 *
 * @throws Error that names a field which no header can carry
 */
export function salesUnitHeaders(credentials: ICredentialDataDecryptedObject): IDataObject {
	if (keyTypeOf(credentials) === 'accounting') return {};
	const { subscriptionKey, merchantSerialNumber } = credentials;
	return {
		[SUBSCRIPTION_KEY]: headerOf('Subscription Key', subscriptionKey),
		[MERCHANT_SERIAL_NUMBER]: headerOf('Merchant Serial Number', merchantSerialNumber),
	};
}

/**
 * The headers of the token call with the keys of a sales unit. Source: access token docs.
 *
 * @throws Error that names a field which no header can carry
 */
export const salesUnitKeyHeaders = (credentials: ICredentialDataDecryptedObject): IDataObject => ({
	client_id: headerOf('Client ID', credentials.clientId),
	client_secret: headerOf('Client Secret', credentials.clientSecret),
	...salesUnitHeaders(credentials),
});

/** The field as a header. Its value may be secret, so that no message repeats it. */
function headerOf(field: string, value: unknown): string {
	const header = trimmed(value);
	if (header === '') {
		throw new Error(`'${field}' is missing. Enter it in the credential.`);
	}
	if (!/^[\x20-\x7e]+$/.test(header)) {
		throw new Error(
			`'${field}' contains a line break or a character that can't be sent. Copy it again from the business portal.`,
		);
	}
	return header;
}

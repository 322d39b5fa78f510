import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { trimmed } from './trimmed';

/** The kinds of keys: of an accounting partner, to whom merchants grant access, or of one sales unit of a merchant. */
export type KeyType = 'accounting' | 'salesUnit';

/**
 * The kind of keys of a credential. One without a kind is older than the choice, and has accounting keys.
 *
 * @throws Error if an expression or an import gives a kind that does not exist
 */
export function keyTypeOf({ keyType = 'accounting' }: ICredentialDataDecryptedObject): KeyType {
	if (keyType === 'accounting' || keyType === 'salesUnit') return keyType;
	throw new Error(`'Key Type' must be accounting or salesUnit. You entered "${trimmed(keyType)}".`);
}

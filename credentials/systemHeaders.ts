import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { name as packageName, version as packageVersion } from '../package.json';
import { trimmed } from './trimmed';

/** Required of partners on every call, at most 30 printable ASCII characters each. Source: knowledge base, HTTP headers. */
export function systemHeaders({
	systemName,
	systemVersion,
}: ICredentialDataDecryptedObject): IDataObject {
	const header = (value: string) =>
		value
			.replace(/[^\x20-\x7e]/g, '')
			.trim()
			.slice(0, 30);
	return {
		'Vipps-System-Name': header(trimmed(systemName)) || 'n8n',
		'Vipps-System-Version': header(trimmed(systemVersion)) || packageVersion,
		'Vipps-System-Plugin-Name': packageName,
		'Vipps-System-Plugin-Version': packageVersion,
	};
}

import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { name as packageName, version as packageVersion } from '../package.json';
import { trimmed } from '../vipps/keys/trimmed';

/** Required of partners on every call, at most 30 printable ASCII characters each. Source: knowledge base, HTTP headers. */
export function systemHeaders({
	systemName,
	systemVersion,
}: ICredentialDataDecryptedObject): IDataObject {
	return {
		'Vipps-System-Name': header(systemName) || 'n8n',
		'Vipps-System-Version': header(systemVersion) || packageVersion,
		'Vipps-System-Plugin-Name': packageName,
		'Vipps-System-Plugin-Version': packageVersion,
	};
}

/** Letters that do not consist of a Latin letter and an accent. */
const latin: Record<string, string> = {
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE',
	ø: 'o',
	Ø: 'O',
	ß: 'ss',
	đ: 'd',
	Đ: 'D',
	ð: 'd',
	Ð: 'D',
	þ: 'th',
	Þ: 'Th',
	ł: 'l',
	Ł: 'L',
};

/** A name that a header can carry: letters lose their accents, other scripts are left out. */
const header = (value: unknown): string =>
	trimmed(value)
		.normalize('NFKD')
		.replace(/[^\x20-\x7e]/g, (letter) => latin[letter] ?? '')
		.trim()
		.slice(0, 30)
		.trim();

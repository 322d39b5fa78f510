/**
 * The headers that the documentation requires of partners on every call (knowledge base, HTTP
 * headers).
 */
export const SYSTEM_HEADERS = [
	'Vipps-System-Name',
	'Vipps-System-Version',
	'Vipps-System-Plugin-Name',
	'Vipps-System-Plugin-Version',
] as const;

/**
 * What is wrong with these headers: each must be there, with 1 to 30 printable ASCII characters.
 */
export function complaintsAboutSystemHeaders(
	headers: Record<string, string | string[] | undefined>,
): string[] {
	return SYSTEM_HEADERS.flatMap((name) => {
		const value = headers[name.toLowerCase()];
		if (value === undefined) return [`${name} is missing`];
		if (typeof value === 'string' && /^[\x20-\x7e]{1,30}$/.test(value)) return [];
		return [`${name} must be 1 to 30 printable ASCII characters`];
	});
}

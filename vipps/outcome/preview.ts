/** Shorter texts are no secrets, and would be found in any word. */
const SHORTEST_SECRET = 4;

/**
 * Replaces what must not be read in a text, since a server may send back what it was sent: the secrets by their values, authorization
 * headers and tokens by their form, and the user info of an address.
 */
export function redact(words: string, secrets: string[] = []): string {
	let left = words;
	for (const secret of secrets) {
		if (secret.length < SHORTEST_SECRET) continue;
		for (const form of formsOf(secret)) left = left.split(form).join('***');
	}
	return left
		.replace(/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***')
		.replace(/\beyJ[\w.-]{10,}/g, '***')
		.replace(/(\w:\/\/)[^\s/@"]+@/g, '$1***@');
}

/** A secret in plain text, in JSON and in an address. */
const formsOf = (secret: string): string[] => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '')),
];

const LONGEST_PREVIEW = 80;

/** Enough of a bad value to recognise it by, without secrets. */
export function preview(value: unknown, secrets: string[] = []): string {
	if (value === undefined || value === '') return 'nothing';
	return shorten(redact(asText(value), secrets), LONGEST_PREVIEW);
}

/** JSON, except for a value that JSON does not know (a bigint, a circle) or does not tell (NaN, an invalid date). */
function asText(value: unknown): string {
	try {
		const json = JSON.stringify(value) ?? 'null';
		return json === 'null' ? String(value) : json;
	} catch {
		return String(value);
	}
}

/** The beginning of a text. */
export const shorten = (words: string, length: number): string =>
	words.length > length ? `${words.slice(0, length)}…` : words;

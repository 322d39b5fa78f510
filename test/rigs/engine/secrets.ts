import type { Sandbox } from '../../../sandbox/index';

/** Every text in a value, however deep: own properties that do not show (cause, stack) and names included. */
export function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Object.getOwnPropertyNames(value).flatMap((name) => [
		name,
		...textsIn((value as Record<string, unknown>)[name], seen),
	]);
}

/** What must never be seen outside a credential: the secrets, every token, and the Basic header. */
export function secretsOf({ clientId, clientSecret, salesUnit, issuedTokens }: Sandbox): string[] {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	return [clientSecret, basic, salesUnit.clientSecret, salesUnit.subscriptionKey, ...issuedTokens];
}

/** The secrets that can be read anywhere in a value. */
export function leaksIn(value: unknown, sandbox: Sandbox): string[] {
	const texts = textsIn(value).join('\n');
	return secretsOf(sandbox).filter((secret) => texts.includes(secret));
}

import { randomBytes } from 'crypto';
import type { Clock } from './clock';

/**
 * Hands out access tokens and knows which are good. Several may live at once (Access token guide).
 */
export interface Tokens {
	/** A new token, valid for `lifeSeconds` by the sandbox's clock. */
	issue(): string;
	isGood(token: string): boolean;
	/** Ends every token given out so far. */
	expireAll(): void;
	/** Every token given out so far, good or not. */
	readonly issued: string[];
	readonly lifeSeconds: number;
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens that look like the real ones (a JWT) and differ from run to run, as the real ones do. */
export function createTokens(clock: Clock, lifeSeconds: number): Tokens {
	const goodUntil = new Map<string, number>();
	const issued: string[] = [];
	return {
		issued,
		lifeSeconds,
		issue() {
			const until = clock.now().getTime() + lifeSeconds * 1000;
			const head = encoded({ typ: 'JWT', alg: 'RS256' });
			const body = encoded({ iss: 'vipps-sandbox', exp: Math.floor(until / 1000) });
			const token = `${head}.${body}.${randomBytes(32).toString('base64url')}`;
			goodUntil.set(token, until);
			issued.push(token);
			return token;
		},
		isGood: (token) => clock.now().getTime() < (goodUntil.get(token) ?? -Infinity),
		expireAll: () => goodUntil.clear(),
	};
}

import { randomBytes } from 'crypto';
import type { Clock } from './clock';

/**
 * Hands out access tokens and knows which are good. Several may live at once (Access token guide).
 */
export interface Tokens {
	/** A new token, valid by the sandbox's clock for `lifeSeconds`, or as long as is said. */
	issue(of?: { lifeSeconds?: number; isOfSalesUnit?: boolean }): string;
	isGood(token: string): boolean;
	/** Whether it was made for the keys of a sales unit. */
	isOfSalesUnit(token: string): boolean;
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
	const ofSalesUnit = new Set<string>();
	const issued: string[] = [];
	return {
		issued,
		lifeSeconds,
		issue({ lifeSeconds: life = lifeSeconds, isOfSalesUnit = false } = {}) {
			const until = clock.now().getTime() + life * 1000;
			const head = encoded({ typ: 'JWT', alg: 'RS256' });
			const body = encoded({ iss: 'vipps-sandbox', exp: Math.floor(until / 1000) });
			const token = `${head}.${body}.${randomBytes(32).toString('base64url')}`;
			goodUntil.set(token, until);
			issued.push(token);
			if (isOfSalesUnit) ofSalesUnit.add(token);
			return token;
		},
		isGood: (token) => clock.now().getTime() < (goodUntil.get(token) ?? -Infinity),
		isOfSalesUnit: (token) => ofSalesUnit.has(token),
		expireAll: () => goodUntil.clear(),
	};
}

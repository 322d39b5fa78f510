import { createHash } from 'crypto';

import { LONGEST_TEXT, startOf } from './voucher';

/**
 * The key of a voucher, the same whenever the same is prepared: `vipps:302321:2026-06-01:sales`. At most 60 characters: of a ledger ID that is too
 * long, a hash takes the place of what does not fit; if other parts are too long, of the end of the key.
 */
export function voucherKey(ledgerId: string, ...parts: string[]): string {
	const join = (id: string) => ['vipps', id, ...parts].join(':');
	const key = join(ledgerId);
	if (key.length <= LONGEST_TEXT) return key;
	const room = LONGEST_TEXT - join('').length - HASH_LENGTH;
	if (room >= 0) return join(`${startOf(ledgerId, room)}${hashOf(ledgerId)}`);
	return `${startOf(key, LONGEST_TEXT - HASH_LENGTH)}${hashOf(key)}`;
}

const HASH_LENGTH = 12;

const hashOf = (text: string): string =>
	createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);

import { createHash } from 'crypto';

import { LONGEST_TEXT } from './voucher';

/**
 * The key of a voucher, the same whenever the same is prepared: `vipps:302321:2026-06-01:sales`. At most 60 characters: of a ledger ID that is too
 * long, a hash takes the place of what does not fit.
 */
export function voucherKey(ledgerId: string, ...parts: string[]): string {
	const join = (id: string) => ['vipps', id, ...parts].join(':');
	const key = join(ledgerId);
	if (key.length <= LONGEST_TEXT) return key;
	const hash = createHash('sha256').update(ledgerId).digest('hex').slice(0, HASH_LENGTH);
	const room = LONGEST_TEXT - join('').length - HASH_LENGTH;
	return join(`${ledgerId.slice(0, Math.max(0, room))}${hash}`);
}

const HASH_LENGTH = 12;

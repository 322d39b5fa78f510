import { timeZoneOf } from '../../../accounting/currency';
import { ledgers, type Ledger } from '../../../vipps/api/ledgers';
import { isSegment } from '../../../vipps/http/path';
import { unusableAnswer } from '../../../vipps/outcome/errors';
import { preview } from '../../../vipps/outcome/preview';
import { complete } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';

/** A ledger that these keys may read. */
export interface GrantedLedger {
	ledgerId: string;
	/** Of its merchant. */
	timeZone: string;
}

/**
 * All ledgers that these keys may read now, each once.
 *
 * @throws NodeApiError as the ledger list does, and for a ledger without an ID
 */
export async function grantedLedgers(run: Run): Promise<GrantedLedger[]> {
	const pages = ledgers(run);
	const { items } = complete(await pages.take({ limit: Infinity }));
	const granted = new Map<string, GrantedLedger>();
	for (const ledger of items) {
		const ledgerId: unknown = ledger.ledgerId;
		if (typeof ledgerId !== 'string' || !isSegment(ledgerId)) {
			const why = `Vipps sent a ledger whose ledgerId is ${preview(ledgerId)}.`;
			throw unusableAnswer(run, pages.subject, why);
		}
		granted.set(ledgerId, { ledgerId, timeZone: timeZoneOf(currencyOfLedger(ledger)) });
	}
	return [...granted.values()];
}

/** Its currency; if Vipps gave none, that of the country of its handles, such as `FI:123456`. */
function currencyOfLedger({ currency, settlesForRecipientHandles }: Ledger): unknown {
	if (currency) return currency;
	const handles: unknown[] = [settlesForRecipientHandles].flat();
	const countries = handles.map((handle) => String(handle).slice(0, 3).toUpperCase());
	if (countries.includes('FI:')) return 'EUR';
	return countries.includes('DK:') ? 'DKK' : undefined;
}

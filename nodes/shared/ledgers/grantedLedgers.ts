import { timeZoneOf } from '../../../accounting/currency';
import type { KnownCountry } from '../../../accounting/vat/rates';
import { ledgers } from '../../../vipps/api/ledgers';
import { isSegment } from '../../../vipps/http/path';
import { unusableAnswer } from '../../../vipps/outcome/errors';
import { preview } from '../../../vipps/outcome/preview';
import { complete } from '../../../vipps/paging/take';
import type { Run } from '../../../vipps/run';
import { countryOf, currencyOfLedger, handlesOf, ownerOf, unitNameOf } from './ledgerFields';

/** A ledger that these keys may read. */
export interface GrantedLedger {
	ledgerId: string;
	/** Of its merchant. */
	timeZone: string;
	/** ISO 4217; null if Vipps gave none, and it does not follow from the handles. */
	currency: string | null;
	/** What it settles for, such as `NO:123456`. */
	handles: string[];
	/** Null if it is not known. */
	country: KnownCountry | null;
	/** The name of its first sales unit, such as `ACME Fitness Oslo +2`; the ledger ID if it has none. */
	unit: string;
	/** Of its owner; null if Vipps gave none. */
	organisationNumber: string | null;
}

/** All ledgers that these keys may read, by ID; read once in a run. */
export const grantedLedgers = async (run: Run): Promise<GrantedLedger[]> =>
	await run.once('ledgers', async () => await readGrantedLedgers(run));

/** A ledger, if these keys may read it. */
export const grantedLedger = async (
	run: Run,
	ledgerId: string,
): Promise<GrantedLedger | undefined> =>
	(await grantedLedgers(run)).find((ledger) => ledger.ledgerId === ledgerId);

/** @throws NodeApiError as the ledger list does, and for a ledger without an ID */
async function readGrantedLedgers(run: Run): Promise<GrantedLedger[]> {
	const pages = ledgers(run);
	const { items } = complete(await pages.take({ limit: Infinity }));
	const granted = new Map<string, GrantedLedger>();
	for (const ledger of items) {
		const ledgerId: unknown = ledger.ledgerId;
		if (typeof ledgerId !== 'string' || !isSegment(ledgerId)) {
			const why = `Vipps sent a ledger whose ledgerId is ${preview(ledgerId)}.`;
			throw unusableAnswer(run, pages.subject, why);
		}
		const currency = currencyOfLedger(ledger);
		const handles = handlesOf(ledger);
		granted.set(ledgerId, {
			ledgerId,
			timeZone: timeZoneOf(currency),
			currency,
			handles,
			country: countryOf(ledger),
			unit: unitNameOf(ledger) ?? ledgerId,
			organisationNumber: ownerOf(ledger) ?? null,
		});
	}
	return [...granted.values()];
}

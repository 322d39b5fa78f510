import { countries, type KnownCountry } from '../../../accounting/vat/rates';
import type { Ledger } from '../../../vipps/api/ledgers';
import { asObject, listOf, text } from '../../../vipps/unknown';

/** What a ledger settles for. A value that is not a text counts as missing. */
export const handlesOf = ({ settlesForRecipientHandles }: Ledger): string[] =>
	listOf(settlesForRecipientHandles).flatMap((handle) => text(handle) ?? []);

/** Its currency; if Vipps gave none, that of the country of its handles, such as `FI:123456`. */
export function currencyOfLedger(ledger: Ledger): string | null {
	const given = text(ledger.currency);
	if (given) return given;
	const countries = handlesOf(ledger).map((handle) => handle.slice(0, 3).toUpperCase());
	if (countries.includes('FI:')) return 'EUR';
	return countries.includes('DK:') ? 'DKK' : null;
}

/** The countries of Vipps MobilePay whose VAT rates are known, by their currencies. */
const countriesByCurrency = new Map<string | null, KnownCountry>([
	['NOK', 'NO'],
	['DKK', 'DK'],
	['EUR', 'FI'],
]);

/** The country of its handles, such as `FI:123456`, else of its currency; null if neither tells. */
export function countryOf(ledger: Ledger): KnownCountry | null {
	const prefixes = handlesOf(ledger).map((handle) => handle.split(':')[0]?.toUpperCase());
	const country = countries.find((each) => prefixes.includes(each));
	return country ?? countriesByCurrency.get(currencyOfLedger(ledger)) ?? null;
}

/** The organisation number of the owner; undefined if there is none. */
export const ownerOf = ({ owner }: Ledger) => text(asObject(owner).id);

/** The sales units that have a name or a handle. A value that is not a text counts as missing. */
export const unitsOf = ({ salesUnits }: Ledger) =>
	listOf(salesUnits)
		.map(asObject)
		.map(({ name, recipientHandle }) => ({
			name: text(name),
			recipientHandle: text(recipientHandle),
		}))
		.filter(({ name, recipientHandle }) => name ?? recipientHandle);

/** The name of the first sales unit, with the number of further ones; undefined if it has none. */
export function unitNameOf(ledger: Ledger): string | undefined {
	const [unit, ...others] = unitsOf(ledger);
	return unit?.name && others.length > 0 ? `${unit.name} +${others.length}` : unit?.name;
}

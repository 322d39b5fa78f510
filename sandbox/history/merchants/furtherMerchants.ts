import { assortments } from './assortments';
import type { Country } from './countries';
import type { Merchant } from './merchant';
import { randomOf } from '../random';

const places = {
	NO: ['Bergen', 'Tromsø', 'Ålesund', 'Hamar', 'Bodø', 'Røros', 'Skien', 'Alta'],
	DK: ['Aarhus', 'Odense', 'Skagen', 'Køge', 'Ribe', 'Rønne', 'Hjørring', 'Aalborg'],
	FI: ['Turku', 'Oulu', 'Hämeenlinna', 'Porvoo', 'Kuopio', 'Pori', 'Mikkeli', 'Järvenpää'],
} as const;

const trades = {
	NO: ['Gårdsbutikk', 'Idrettslag', 'Frisør', 'Bruktbokhandel', 'Sykkelverksted'],
	DK: ['Gårdbutik', 'Idrætsforening', 'Frisør', 'Antikvariat', 'Cykelværksted'],
	FI: ['Maatilapuoti', 'Urheiluseura', 'Parturi', 'Antikvariaatti', 'Pyöräkorjaamo'],
} as const;

const assortmentOf = {
	NO: assortments.norwegianBakery,
	DK: assortments.danishCafe,
	FI: assortments.finnishCafe,
} as const;

type WaysOfSelling = Merchant['solutions'];

const waysOfSelling: readonly [WaysOfSelling, ...WaysOfSelling[]] = [
	['VARIABLE_AMOUNT'],
	['SHOPPING_BASKET'],
	['MPOS'],
	['MPOS', 'SHOPPING_BASKET', 'VARIABLE_AMOUNT'],
];

/** How registration numbers begin that no authority gives out. */
const unassigned = { NO: '10000', DK: '0000', FI: '999' } as const;

const countries: readonly [Country, ...Country[]] = ['NO', 'DK', 'FI'];

/**
 * A small merchant made up from its place in the list, the same in every sandbox whatever its seed.
 */
export function furtherMerchant(ordinal: number): Merchant {
	const random = randomOf('merchant', ordinal);
	const country = random.pick(countries);
	const name = `${random.pick(places[country])} ${random.pick(trades[country])} ${ordinal + 1}`;
	const handle = `${country}:${500_000 + ordinal}`;
	const tail = String(ordinal).padStart(4, '0');
	return {
		ledgerId: String(700_000 + ordinal * 37),
		country,
		registration: unassigned[country] + tail + (country === 'FI' ? '-0' : ''),
		bankAccount: `0000000${tail}`,
		recipientHandles: [handle],
		salesUnits: [{ name, recipientHandle: handle }],
		solutions: random.pick(waysOfSelling),
		assortment: assortmentOf[country],
		salesCategory: null,
		ordersPerDay: random.whole(3, 7),
	};
}

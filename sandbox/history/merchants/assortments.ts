import type { VatRate } from './vatRates';

/** Something for sale. */
export interface Product {
	name: string;
	/** Price of one before discount, VAT included, in minor units. */
	price: number;
	vatRate: VatRate;
}

/** What one shop sells: at least one product. */
export type Assortment = readonly [Product, ...Product[]];

const product = (name: string, price: number, vatRate: VatRate): Product => ({
	name,
	price,
	vatRate,
});

/**
 * What the shops sell. Names hold what real ones do: letters of the country, commas, semicolons,
 * quotes.
 */
export const assortments = {
	norwegianBakery: [
		product('Kanelbolle', 4200, 1500),
		product('Skolebrød', 4500, 1500),
		product('Surdeigsbrød, grovt', 7900, 1500),
		product('Filterkaffe servert ved bordet', 3900, 2500),
		product('Rundstykke m/ brunost', 5900, 1500),
		product('Brødpose i bomull', 14900, 2500),
		product('Lokalavisen', 4000, 0),
		product('Bursdagskake "Bløt"; 12 biter', 54900, 1500),
	],
	norwegianCinema: [
		product('Kinobillett voksen', 16500, 1200),
		product('Kinobillett barn', 11000, 1200),
		product('Popcorn, stor', 8900, 1500),
		product('Brus 0,5 l', 4900, 1500),
		product('3D-briller', 2500, 2500),
		product('Filmplakat', 14900, 2500),
		product('Boken om Nordlys kino', 29900, 0),
	],
	danishCafe: [
		product('Filterkaffe', 3200, 2500),
		product('Kanelsnegl', 3500, 2500),
		product('Smørrebrød med æg og rejer', 8900, 2500),
		product('Økologisk æblemost, 1/2 l', 4400, 2500),
		product('Rugbrød', 4800, 2500),
		product('Dagens avis', 4000, 0),
		product('Morgencomplet "Havnen"; 2 pers.', 24800, 2500),
	],
	finnishCafe: [
		product('Suodatinkahvi', 320, 1350),
		product('Korvapuusti', 430, 1350),
		product('Lohikeitto, lounas', 1390, 1350),
		product('Kahvimuki "Koivu"', 1890, 2550),
		product('Mustikkapiirakka; pala', 590, 1350),
		product('Sanomalehti', 450, 1000),
		product('Lahjakortti 20 €', 2000, 0),
	],
	finnishKiosk: [
		product('Jäätelötötterö', 450, 1350),
		product('Pehmis, suuri', 550, 1350),
		product('Limonadi 0,33 l', 350, 1350),
		product('T-paita "Saaristo"', 2400, 2550),
		product('Aikakauslehti', 890, 1000),
	],
} as const satisfies Record<string, Assortment>;

/** The currency of a sale's amounts. */
export interface Currency {
	/** How many decimals an amount in major units has. */
	decimals: number;
	/** Whether ISO 4217 knows it; amounts of one that it does not know have two decimals. */
	isKnown: boolean;
}

const USUAL_DECIMALS = 2;

/** The currencies whose minor unit is not a hundredth. Source: ISO 4217. */
const unusualDecimals = new Map(
	Object.entries({
		0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
		3: 'BHD IQD JOD KWD LYD OMR TND',
		4: 'CLF UYW',
	}).flatMap(([decimals, codes]) => codes.split(' ').map((code) => [code, Number(decimals)])),
);

const knownCodes = new Set([...Intl.supportedValuesOf('currency'), ...unusualDecimals.keys()]);

/** The currency of an ISO 4217 code, in capitals or not. */
export function currencyOf(code: unknown): Currency {
	const known = normalCode(code);
	return {
		decimals: unusualDecimals.get(known) ?? USUAL_DECIMALS,
		isKnown: knownCodes.has(known),
	};
}

const timeZones = new Map([
	['NOK', 'Europe/Oslo'],
	['DKK', 'Europe/Copenhagen'],
	['EUR', 'Europe/Helsinki'],
]);

/** The time zone of the merchants who sell in a currency; Norway's for a currency of no market of Vipps MobilePay. */
export const timeZoneOf = (code: unknown): string =>
	timeZones.get(normalCode(code)) ?? 'Europe/Oslo';

const cashRoundings = new Map([
	['NOK', 100],
	['DKK', 100],
	['SEK', 100],
	['EUR', 5],
]);

/** A cash amount is rounded to coins by less than this, in minor units; 0 if it is not rounded. */
export const cashRoundingOf = (code: unknown): number => cashRoundings.get(normalCode(code)) ?? 0;

const normalCode = (code: unknown): string => (typeof code === 'string' ? code.toUpperCase() : '');

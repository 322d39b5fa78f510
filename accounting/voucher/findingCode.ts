/** How a finding's subject goes on: of one sale, or of several. */
interface Verbs {
	has: string;
	is: string;
	was: string;
}

/** What a person has to look at in a voucher: each completes "1 sale of 158.00 …". */
const inWords = {
	cashRounding: ({ was }) => `${was} rounded in cash, and 'Rounding Account' is empty`,
	linesDiffer: ({ has }) => `${has} order lines that do not add up to the amount`,
	missingVat: ({ has }) => `${has} no VAT rate`,
	mixedSigns: ({ has }) => `${has} amounts with different signs`,
	netDiffers: ({ has }) => `${has} a gross amount that is not net plus VAT`,
	noAccount: ({ has }, which) => `${has} a VAT rate without an account: ${which}`,
	noCashAccount: ({ was }) => `${was} paid in cash, and 'Cash Account' is empty`,
	noCurrency: ({ has }) => `${has} no currency`,
	noGross: ({ has }) => `${has} no gross amount, and the voucher is without it`,
	otherCurrency: ({ is }, which) => `${is} not in the currency of the ledger, but in ${which}`,
	priceDiffers: ({ has }) =>
		`${has} an order line whose price × quantity − discount is not its total`,
	unknownPayment: ({ was }, which) => `${was} paid in a way that is unknown: ${which}`,
	unknownRate: ({ has }, which) => `${has} a VAT rate that the country does not have: ${which}`,
	unknownType: ({ is }, which) =>
		`${is} of an unknown type, and the voucher is without it: ${which}`,
	unreadable: ({ has }, which) =>
		`${has} a value that can't be read, and the voucher is without it: ${which}`,
	vatDiffers: ({ has }) => `${has} VAT that fits neither its rate nor its order lines`,
	vatEstimated: ({ has }) => `${has} VAT that was divided over the rates of the order`,
	vatNotRegistered: ({ has }, which) =>
		`${has} VAT, and the merchant is not VAT registered: ${which}`,
	vatUnclear: ({ has }) => `${has} VAT that does not fit exactly one rate`,
} satisfies Record<string, (verbs: Verbs, which: string) => string>;

/** The codes of findings in sales vouchers, each for a kind of question. */
export type SalesFinding = keyof typeof inWords;

const one: Verbs = { has: 'has', is: 'is', was: 'was' };
const several: Verbs = { has: 'have', is: 'are', was: 'were' };

/** What a finding says of its subject. */
export const predicateOf = (code: SalesFinding, isOne: boolean, which: string): string =>
	inWords[code](isOne ? one : several, which);

import { assortments } from './assortments';
import { LEDGER_ID_WITHOUT_SALES_UNITS, SEASONAL_LEDGER_ID } from '../knownPlaces';
import { furtherMerchant } from './furtherMerchants';
import type { Merchant } from './merchant';
import type { SalesUnit } from '../../wire';

const unit = (name: string, recipientHandle: string): SalesUnit => ({ name, recipientHandle });

/** The seven merchants of the default sandbox, in the order in which the ledger list gives them. */
const defaultMerchants: readonly Merchant[] = [
	{
		ledgerId: '302321',
		country: 'NO',
		registration: '987654321',
		bankAccount: '86011117940',
		recipientHandles: ['NO:123456'],
		salesUnits: [unit('Fjordbakeriet Grünerløkka', 'NO:123456')],
		solutions: ['MPOS', 'MPOS', 'SHOPPING_BASKET'],
		assortment: assortments.norwegianBakery,
		salesCategory: null,
		ordersPerDay: 26,
	},
	{
		ledgerId: '302334',
		country: 'NO',
		registration: '912345670',
		bankAccount: '12034567890',
		recipientHandles: ['NO:778899'],
		salesUnits: [unit('Blomster på hjørnet', 'NO:778899')],
		solutions: ['VARIABLE_AMOUNT'],
		assortment: assortments.norwegianBakery,
		salesCategory: 'GOODS',
		ordersPerDay: 9,
		closedOnSundays: true,
	},
	{
		ledgerId: '310488',
		country: 'NO',
		registration: '998877661',
		bankAccount: '42009988770',
		recipientHandles: ['api:654321', 'api:654322', 'NO:20245'],
		salesUnits: [
			unit('Nordlys kino, billetter', 'api:654321'),
			unit('Nordlys kino, kiosk', 'api:654322'),
			unit('Nordlys kino, utleie', 'NO:20245'),
		],
		solutions: ['MPOS', 'MPOS', 'SHOPPING_BASKET', 'VARIABLE_AMOUNT'],
		assortment: assortments.norwegianCinema,
		salesCategory: null,
		ordersPerDay: 18,
	},
	{
		ledgerId: '451207',
		country: 'DK',
		registration: '12345670',
		bankAccount: '00001234567890',
		recipientHandles: ['DK:90601'],
		salesUnits: [unit('Havnens Kaffebar', 'DK:90601')],
		solutions: ['MPOS', 'SHOPPING_BASKET'],
		assortment: assortments.danishCafe,
		salesCategory: null,
		ordersPerDay: 16,
	},
	{
		ledgerId: LEDGER_ID_WITHOUT_SALES_UNITS,
		country: 'DK',
		registration: '87654320',
		bankAccount: '00007654321098',
		recipientHandles: ['DK:451893'],
		solutions: ['VARIABLE_AMOUNT'],
		assortment: assortments.danishCafe,
		salesCategory: null,
		ordersPerDay: 7,
	},
	{
		ledgerId: '602118',
		country: 'FI',
		registration: '1234567-0',
		bankAccount: '00001100000780',
		recipientHandles: ['FI:65432'],
		salesUnits: [unit('Kahvila Koivu', 'FI:65432')],
		solutions: ['MPOS', 'MPOS', 'VARIABLE_AMOUNT', 'SHOPPING_BASKET'],
		assortment: assortments.finnishCafe,
		salesCategory: null,
		ordersPerDay: 14,
	},
	{
		ledgerId: SEASONAL_LEDGER_ID,
		country: 'FI',
		registration: '7654321-0',
		bankAccount: '00002200000870',
		recipientHandles: ['FI:77001'],
		salesUnits: [unit('Saariston jäätelökioski', 'FI:77001')],
		solutions: ['MPOS', 'SHOPPING_BASKET'],
		assortment: assortments.finnishKiosk,
		salesCategory: null,
		ordersPerDay: 22,
		season: [5, 8],
	},
];

/**
 * The first so many merchants: the seven default ones, then small ones made up by number.
 *
 * @param busyness so many times the ordinary number of orders
 */
export function merchants(count: number, busyness = 1): Merchant[] {
	return Array.from({ length: count }, (_, ordinal) => {
		const merchant = defaultMerchants[ordinal] ?? furtherMerchant(ordinal);
		return { ...merchant, ordersPerDay: merchant.ordersPerDay * busyness };
	});
}

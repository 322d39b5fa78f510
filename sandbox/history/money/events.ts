import { startOfLedgerDate } from '../calendar';
import { LEDGER_ID_WITHOUT_SALES_UNITS } from '../knownPlaces';
import { countryFacts } from '../merchants/countries';
import type { Merchant } from '../merchants/merchant';
import type { Topic } from '../../wire';
import type { Draft } from './draft';

/** Something out of the ordinary, at noon of a ledger date. */
interface Event {
	ledgerId: string;
	ledgerDate: string;
	on: Topic;
	entryType: string;
	amount: number;
	reference?: string;
}

const funds = (ledgerId: string, ledgerDate: string, entryType: string, amount: number): Event => ({
	...{ ledgerId, ledgerDate, on: 'funds', entryType, amount },
});

/** The date on which money is given back that the ledger does not have: it ends below zero. */
export const BELOW_ZERO = { ledgerId: LEDGER_ID_WITHOUT_SALES_UNITS, ledgerDate: '2026-06-09' };

/** A payout that comes back from the bank: the one before this date. */
export const RETURN = { ledgerId: '302321', ledgerDate: '2026-06-04' };

const events: readonly Event[] = [
	// A dispute that comes and goes, twice.
	funds('302321', '2026-05-06', 'retained-disputed-capture', -49_900),
	funds('302321', '2026-05-20', 'returned-disputed-capture', 49_900),
	funds('302321', '2026-05-28', 'retained-disputed-capture', -49_900),
	funds('302321', '2026-06-11', 'returned-disputed-capture', 49_900),
	funds('302321', '2026-06-08', 'correction', -1_250),
	funds('602118', '2026-06-05', 'credit-note', 2_000),
	funds('602118', '2026-06-10', 'top-up', 15_000),
	{
		...funds(BELOW_ZERO.ledgerId, BELOW_ZERO.ledgerDate, 'refund', -900_000),
		reference: 'wedding',
	},
	// A type that no client has seen before.
	funds('302334', '2026-06-10', 'sandbox-levy', -2_500),
	{ ...funds('302321', '2026-06-02', 'service-fee', -9_900), on: 'fees' },
	{ ...funds('302334', '2026-06-03', 'correction', 700), on: 'fees' },
];

const NOON = 12 * 3_600_000;

/** What is out of the ordinary on a date of a ledger. */
export function eventsOf(merchant: Merchant, ledgerDate: string, on: Topic): Draft[] {
	const begin = startOfLedgerDate(ledgerDate, countryFacts[merchant.country].timeZone);
	return events
		.filter((event) => event.ledgerId === merchant.ledgerId && event.ledgerDate === ledgerDate)
		.filter((event) => event.on === on)
		.map(({ entryType, amount, reference }, index) => ({
			at: begin + NOON + index * 1000,
			entryType,
			amount,
			pspReference: `7${merchant.ledgerId}${ledgerDate.replaceAll('-', '')}${index}`,
			reference: reference ?? `sandbox ${entryType}`,
			recipientHandle: merchant.recipientHandles[0] ?? '',
		}));
}

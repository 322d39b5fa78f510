import { dayNumber, startOfLedgerDate } from '../calendar';
import { countryFacts } from '../merchants/countries';
import type { Merchant } from '../merchants/merchant';
import { randomOf } from '../random';
import type { Sale } from '../sales/entries';
import type { Draft } from './draft';
import type { Terms } from './terms';

const HOUR = 3_600_000;

/** Every sale in which a payment provider took part moves money, whatever the Sales API calls it; cash does not. */
export function salesOnFunds(merchant: Merchant, sales: Sale[]): Draft[] {
	return sales
		.filter(({ entry }) => entry.pspReference !== null)
		.map(({ at, entry }) => {
			const isRefund = entry.entryType === 'refund';
			return {
				at,
				entryType: isRefund ? 'refund' : 'capture',
				amount: isRefund ? 0 - entry.amounts.gross : entry.amounts.gross,
				pspReference: entry.pspReference,
				reference: entry.reference,
				recipientHandle: merchant.recipientHandles[0] ?? '',
			};
		});
}

/** Web sales (ePayment): they are on funds, and in the Sales API there is nothing of them. */
export function webSalesOnFunds(
	merchant: Merchant,
	{ webSalesPerDay }: Terms,
	seed: number,
	ledgerDate: string,
): Draft[] {
	const random = randomOf(seed, merchant.ledgerId, ledgerDate, 'web');
	const begin = startOfLedgerDate(ledgerDate, countryFacts[merchant.country].timeZone);
	const place = String(dayNumber(ledgerDate)).padStart(4, '0');
	const recipientHandle = merchant.recipientHandles.find((handle) => handle.startsWith('api:'));
	return Array.from({ length: webSalesPerDay && random.whole(1, 2 * webSalesPerDay) }, (_, at) => ({
		at: begin + random.whole(7 * HOUR, 22 * HOUR),
		entryType: 'capture',
		amount: random.whole(50, 900) * 100,
		pspReference: `8${merchant.ledgerId}${place}${at}`,
		reference: `web-${merchant.ledgerId}-${place}-${at}`,
		recipientHandle,
	}));
}

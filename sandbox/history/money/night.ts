import { countryFacts } from '../merchants/countries';
import type { Merchant } from '../merchants/merchant';
import type { Draft } from './draft';
import { payoutPspReference, total } from './movement';
import { isMonthEnd, isPayoutDue, type Terms } from './terms';

/** What the night after a ledger date finds. Balances in minor units. */
export interface Evening {
	ledgerDate: string;
	nextDate: string;
	/** When it happens, in milliseconds since 1970. */
	at: number;
	fundsBalance: number;
	feesBalance: number;
	payoutNumber: number;
}

/** What it does, on both ledgers. */
export interface Night {
	funds: Draft[];
	fees: Draft[];
	/** What is paid out, if anything is. */
	payout?: Payout;
}

/** A payout, in positive minor units. */
export interface Payout {
	number: number;
	amount: number;
}

/** Fees are kept back, or invoiced at the end of a month; then what is there is paid out, if that is due. */
export function nightOf(merchant: Merchant, terms: Terms, evening: Evening): Night {
	const { at, ledgerDate, feesBalance } = evening;
	const entry = (entryType: string, amount: number): Draft => ({
		at,
		entryType,
		amount,
		pspReference: `${merchant.ledgerId}-${ledgerDate.replaceAll('-', '')}`,
		reference: '',
		recipientHandle: '',
	});
	const funds: Draft[] = [];
	const fees: Draft[] = [];
	if (feesBalance !== 0 && !terms.hasGrossSettlement) {
		funds.push(entry('fees-retained', feesBalance));
		fees.push(entry('fees-retained', -feesBalance));
	} else if (feesBalance !== 0 && isMonthEnd(evening.nextDate)) {
		fees.push(entry('fees-invoiced', -feesBalance));
	}
	const payout = payoutOf(terms, evening, evening.fundsBalance + total(funds));
	if (payout) {
		funds.push({
			...entry('payout-scheduled', -payout.amount),
			pspReference: payoutPspReference(merchant.ledgerId, payout.number),
			reference: bankText(merchant, payout.number, ledgerDate),
		});
	}
	return { funds, fees, payout };
}

/** A balance that is not above zero is carried forward. */
function payoutOf(terms: Terms, evening: Evening, balance: number): Payout | undefined {
	if (!isPayoutDue(terms, evening.nextDate) || balance <= 0) return undefined;
	const amount = balance - Math.floor((balance * terms.reserveRate) / 10_000);
	return { number: evening.payoutNumber, amount };
}

/** The text on the bank statement (Report API guide; two production exports in Norway). */
function bankText(merchant: Merchant, payoutNumber: number, ledgerDate: string): string {
	const digits = /(\d+)$/.exec(merchant.recipientHandles[0] ?? '')?.[1] ?? '';
	if (countryFacts[merchant.country].currency === 'NOK')
		return `Utb. ${payoutNumber} Vippsnr ${digits}`;
	const [year = '', month, day] = ledgerDate.split('-');
	const text = `02${digits.padStart(8, '0')}001${day}${month}${year.slice(2)}`;
	const check = [...text].reduce((total, digit) => total + Number(digit), 0) % 10;
	return `${text}${check}`;
}

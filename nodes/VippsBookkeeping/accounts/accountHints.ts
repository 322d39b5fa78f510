import type { SalesAccounts } from '../../../accounting/salesVoucher/accounts';
import { showRate, type Country } from '../../../accounting/vat/rates';
import type { Hints } from '../../../vipps/hints';
import { countryNames } from './country';

/** Of Norway: SAF-T standard tax codes of sales. Those of other countries differ by system. */
const norwegianCodes = new Set(['0', '3', '31', '32', '33', '5', '51', '52', '6', '7']);

/** The accounts that a hint can be about. */
type Hinted = Pick<SalesAccounts, 'country' | 'vatPosting' | 'rows'> &
	Partial<Pick<SalesAccounts, 'clearingAccount'>>;

/** Tells what of the accounts is unusual: it may be right, so it is not refused. */
export function hintAtAccounts(hints: Hints, accounts: Hinted): void {
	const { country, vatPosting, rows, clearingAccount } = accounts;
	if (clearingAccount === '1500') {
		hints.add(
			'warning',
			"On account 1500, Tripletex makes invoices of imported lines. Select another 'Clearing Account', such as 1579.",
		);
	}
	for (const { rate, vatCode } of rows) {
		if (vatCode === null) {
			if (vatPosting === 'code' && rate > 0) hints.count('info', showRate(rate), withoutCode);
		} else if (!isCodeOf(country, vatCode)) {
			hints.add(
				'warning',
				`VAT code ${vatCode} is unusual in ${countryNames[country]}. Check it with your accountant.`,
			);
		}
	}
}

function isCodeOf(country: Country, code: string): boolean {
	if (country === 'NO') return norwegianCodes.has(code);
	// In Denmark codes begin with a letter, such as U25.
	return country !== 'DK' || !/^\d/.test(code);
}

const withoutCode = (rates: string, count: number): string =>
	`The ${count === 1 ? 'row' : 'rows'} of ${rates} ${count === 1 ? 'has' : 'have'} no VAT code: the sales account itself must carry it.`;

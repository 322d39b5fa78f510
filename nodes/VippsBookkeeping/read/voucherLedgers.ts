import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

import type { Country } from '../../../accounting/vat/rates';
import type { Hints } from '../../../vipps/hints';
import { adviceOn, operationError, unusableAnswer } from '../../../vipps/outcome/errors';
import type { Run } from '../../../vipps/run';
import { grantedLedgers, type GrantedLedger } from '../../shared/ledgers/grantedLedgers';
import type { LedgerChoice } from '../../shared/parameters/ledgers';
import { countryNames } from '../accounts/country';

/** A ledger whose sales to read, or why they can't be. */
export type VoucherLedger = GrantedLedger | { ledgerId: string; error: unknown };

/**
 * The ledgers that are wanted, with their names. One of another country than the accounts is refused, or if all ledgers are wanted, left out.
 *
 * @throws NodeApiError as the ledger list does
 */
export async function voucherLedgers(
	context: IExecuteFunctions,
	run: Run,
	choice: LedgerChoice,
	country: Country,
): Promise<VoucherLedger[]> {
	const ledgers: VoucherLedger[] = [];
	for (const ledger of await ledgersOfAnyCountry(run, choice)) {
		if ('error' in ledger || isOf(ledger, country)) ledgers.push(ledger);
		else if (choice.isAll) noteLeftOut(run.hints, ledger);
		else {
			const error = ofOtherCountry(context, ledger, country);
			ledgers.push({ ledgerId: ledger.ledgerId, error });
		}
	}
	return ledgers;
}

/** The ledgers that are wanted, with their names. @throws NodeApiError as the ledger list does */
export async function ledgersOfAnyCountry(
	run: Run,
	choice: LedgerChoice,
): Promise<VoucherLedger[]> {
	const wanted = await choice.list(run);
	const granted = new Map((await grantedLedgers(run)).map((each) => [each.ledgerId, each]));
	return wanted.map(
		({ ledgerId }) => granted.get(ledgerId) ?? { ledgerId, error: notGranted(run, ledgerId) },
	);
}

const isOf = (ledger: GrantedLedger, country: Country): boolean =>
	(ledger.country ?? 'other') === country;

const notGranted = (run: Run, ledgerId: string): unknown =>
	unusableAnswer(run, `ledger ${ledgerId}`, adviceOn(run, 404) ?? '');

const ofOtherCountry = (
	context: IExecuteFunctions,
	{ ledgerId, country }: GrantedLedger,
	given: Country,
): NodeOperationError =>
	operationError(
		context.getNode(),
		`'Country' must be ${countryNames[country ?? 'other']} for ledger ${ledgerId}`,
		{
			description: `You entered ${countryNames[given]}. Accounts and VAT rates differ by country: use a node for each.`,
		},
	);

function noteLeftOut(hints: Hints, { country }: GrantedLedger): void {
	hints.collect('info', countryNames[country ?? 'other'], leftOut);
}

function leftOut(countries: string[]): string {
	const named = [...new Set(countries)].map((country) => {
		const count = countries.filter((each) => each === country).length;
		return `${count} of ${country}`;
	});
	const ledgers = countries.length === 1 ? '1 ledger was' : `${countries.length} ledgers were`;
	return `${ledgers} left out, since the accounts are of another country: ${named.join(', ')}.`;
}

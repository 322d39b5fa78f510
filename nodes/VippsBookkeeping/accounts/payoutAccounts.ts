import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	payoutPostings,
	type PayoutAccounts,
	type PayoutPosting,
} from '../../../accounting/payoutVoucher/accounts';
import { readChoice } from '../../shared/parameters/values/choice';
import { readRequiredAccount } from './account';
import { accountField, norwegian } from './accounts';
import { readMoneyAccounts } from './moneyAccounts';

const feeAccount = {
	...accountField(
		'Fee Account',
		'feeAccount',
		'7770',
		'Cost account for the fees of Vipps MobilePay',
	),
	required: true,
};

const payoutPostingField: INodeProperties = {
	displayName: 'Payout Posting',
	name: 'payoutPosting',
	type: 'options',
	default: 'leaveToBank',
	description: 'Who books the transfer to the bank. If two do, it is booked twice.',
	options: [
		{
			name: 'In Transit',
			value: 'inTransit',
			description: 'The voucher, to an account for what is on its way to the bank',
		},
		{
			name: 'Leave to Bank',
			value: 'leaveToBank',
			description: 'Your bank feed or bank reconciliation, against the clearing account',
		},
		{
			name: 'On the Ledger Date',
			value: 'ledgerDate',
			description: 'The voucher, to the bank account, some days before the money arrives',
		},
	],
};

/** Shown for one choice of Payout Posting. */
const forPosting = (field: INodeProperties, payoutPosting: PayoutPosting): INodeProperties => ({
	...field,
	required: true,
	displayOptions: { show: { ...field.displayOptions?.show, payoutPosting: [payoutPosting] } },
});

const bankAccount = accountField('Bank Account', 'bankAccount', '1920', 'Account of the bank');

const inTransitAccount = accountField(
	'In Transit Account',
	'inTransitAccount',
	'1929',
	'Account for payouts that are on their way to the bank',
);

/** The accounts that payouts are posted to, beside those for what Vipps owes and for what is not clear. */
export const payoutAccountFields: INodeProperties[] = [
	...norwegian(feeAccount, '7770'),
	payoutPostingField,
	...norwegian(bankAccount, '1920').map((field) => forPosting(field, 'ledgerDate')),
	forPosting(inTransitAccount, 'inTransit'),
];

/** @throws NodeOperationError that names the account that can't be used, before any call */
export function readPayoutAccounts(context: IExecuteFunctions, itemIndex: number): PayoutAccounts {
	const { displayName: parameter, name, default: fallback } = payoutPostingField;
	const field = { parameter, name, fallback, itemIndex };
	const payoutPosting = readChoice(context, field, payoutPostings);
	const readIf = (isNeeded: boolean, account: INodeProperties) =>
		isNeeded ? readRequiredAccount(context, account, itemIndex) : '';
	return {
		...readMoneyAccounts(context, itemIndex),
		...{ feePosting: 'whenDeducted', feesPayableAccount: '' },
		feeAccount: readRequiredAccount(context, feeAccount, itemIndex),
		payoutPosting,
		bankAccount: readIf(payoutPosting === 'ledgerDate', bankAccount),
		inTransitAccount: readIf(payoutPosting === 'inTransit', inTransitAccount),
	};
}

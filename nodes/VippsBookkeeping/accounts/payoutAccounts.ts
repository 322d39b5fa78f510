import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import {
	feePostings,
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

const feePostingField: INodeProperties = {
	displayName: 'Fee Posting',
	name: 'feePosting',
	type: 'options',
	default: 'whenDeducted',
	description: 'When fees become a cost',
	options: [
		{
			name: 'When Charged',
			value: 'whenCharged',
			description:
				'On the day of the fee, by a voucher of its own, against an account for what is owed',
		},
		{
			name: 'When Deducted',
			value: 'whenDeducted',
			description: 'As they are deducted from a payout',
		},
	],
};

const feesPayableAccount: INodeProperties = {
	...accountField(
		'Fees Payable Account',
		'feesPayableAccount',
		'2990',
		'Account for fees that are charged and not deducted yet',
	),
	required: true,
	displayOptions: { show: { feePosting: ['whenCharged'] } },
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
	feePostingField,
	feesPayableAccount,
	payoutPostingField,
	...norwegian(bankAccount, '1920').map((field) => forPosting(field, 'ledgerDate')),
	forPosting(inTransitAccount, 'inTransit'),
];

/** @throws NodeOperationError that names the account that can't be used, before any call */
export function readPayoutAccounts(context: IExecuteFunctions, itemIndex: number): PayoutAccounts {
	const choiceOf = ({ displayName: parameter, name, default: fallback }: INodeProperties) => ({
		...{ parameter, name, fallback, itemIndex },
	});
	const payoutPosting = readChoice(context, choiceOf(payoutPostingField), payoutPostings);
	const feePosting = readChoice(context, choiceOf(feePostingField), feePostings);
	const readIf = (isNeeded: boolean, account: INodeProperties) =>
		isNeeded ? readRequiredAccount(context, account, itemIndex) : '';
	return {
		...readMoneyAccounts(context, itemIndex),
		feeAccount: readRequiredAccount(context, feeAccount, itemIndex),
		feePosting,
		feesPayableAccount: readIf(feePosting === 'whenCharged', feesPayableAccount),
		payoutPosting,
		bankAccount: readIf(payoutPosting === 'ledgerDate', bankAccount),
		inTransitAccount: readIf(payoutPosting === 'inTransit', inTransitAccount),
	};
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { vatPostings, type VatPosting } from '../../../accounting/salesVoucher/accounts';
import { readChoice } from '../../shared/parameters/values/choice';

/** How VAT gets into the books. */
export const vatPostingField: INodeProperties = {
	displayName: 'VAT Posting',
	name: 'vatPosting',
	type: 'options',
	default: 'code',
	description: 'How VAT gets into the voucher',
	options: [
		{
			name: 'Accounting System Calculates VAT',
			value: 'code',
			description: 'Lines with VAT included and a VAT code',
		},
		{
			name: 'Not VAT Registered',
			value: 'none',
			description: 'Everything on one sales account, without VAT',
		},
		{
			name: 'Separate VAT Lines',
			value: 'lines',
			description: 'Lines without VAT, and lines of VAT. Turn VAT calculation off for them.',
		},
	],
};

/** @throws NodeOperationError if there is no such choice */
export const readVatPosting = (context: IExecuteFunctions, itemIndex: number): VatPosting => {
	const { displayName: parameter, name, default: fallback } = vatPostingField;
	return readChoice(context, { parameter, name, fallback, itemIndex }, vatPostings);
};

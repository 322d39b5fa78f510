import { salesByPspReference } from '../../../vipps/api/sales';
import { lookUp } from './lookUp';

/** One capture or refund. */
export const saleGetByPspReference = lookUp({
	option: {
		name: 'Get by PSP Reference',
		value: 'getByPspReference',
		action: 'Get sale by PSP reference',
		description: 'Get one sale or refund by the reference of its payment transaction',
	},
	subtitle: 'Sale by PSP Reference',
	field: {
		displayName: 'PSP Reference',
		name: 'pspReference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 35054310398',
		description:
			'The reference of the payment transaction, as on the sale or refund; cash sales have none',
	},
	find: salesByPspReference,
});

import { salesByReference } from '../../../vipps/api/sales';
import { lookUp } from './lookUp';

/** All captures and refunds of one order. */
export const saleGetByReference = lookUp({
	option: {
		name: 'Get by Reference',
		value: 'getByReference',
		action: 'Get sales by reference',
		description: 'Get all sales and refunds of one order',
	},
	subtitle: 'Sales by Reference',
	field: {
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 12494299492',
		description: 'The reference of the order, as on each of its sales and refunds',
	},
	find: salesByReference,
});

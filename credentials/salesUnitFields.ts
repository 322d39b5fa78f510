import type { INodeProperties } from 'n8n-workflow';

/** What the keys of a sales unit have beside Client ID and Client Secret. */
export const salesUnitFields: INodeProperties[] = [
	{
		displayName: 'Subscription Key',
		name: 'subscriptionKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { keyType: ['salesUnit'] } },
		description: 'Called Ocp-Apim-Subscription-Key in the business portal, under For Developers',
	},
	{
		displayName: 'Merchant Serial Number',
		name: 'merchantSerialNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 123456',
		displayOptions: { show: { keyType: ['salesUnit'] } },
		description: 'The number of the sales unit (MSN)',
	},
];

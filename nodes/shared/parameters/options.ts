import type { INodeProperties } from 'n8n-workflow';

/** The Options of an operation, in the order of their names. */
export const optionsField = (...options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
});

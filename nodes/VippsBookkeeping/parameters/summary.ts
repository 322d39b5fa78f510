import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { summaryGroups, type SummaryGroup } from '../../../accounting/summary/vatSummary';
import { readChoice } from '../../shared/parameters/values/choice';

export const groupByField: INodeProperties = {
	displayName: 'Group By',
	name: 'groupBy',
	type: 'options',
	default: 'vatRate',
	description: 'What sales are added up by',
	options: [
		{ name: 'VAT Rate', value: 'vatRate' },
		{ name: 'VAT Rate and Category', value: 'category' },
		{ name: 'VAT Rate and Payment Type', value: 'paymentType' },
		{ name: 'VAT Rate and Solution', value: 'solution' },
	],
};

export const perField: INodeProperties = {
	displayName: 'Per',
	name: 'per',
	type: 'options',
	default: 'day',
	description: 'Whether each day or the whole period is added up',
	options: [
		{ name: 'Day', value: 'day' },
		{ name: 'Period', value: 'period' },
	],
};

/** How sales are added up. */
export interface SummaryParameters {
	groupBy: SummaryGroup;
	isPerPeriod: boolean;
}

/** @throws NodeOperationError if there is no such choice */
export function readSummaryParameters(
	context: IExecuteFunctions,
	itemIndex: number,
): SummaryParameters {
	const field = ({ displayName: parameter, name, default: fallback }: INodeProperties) => ({
		...{ parameter, name, fallback, itemIndex },
	});
	return {
		groupBy: readChoice(context, field(groupByField), summaryGroups),
		isPerPeriod: readChoice(context, field(perField), ['day', 'period']) === 'period',
	};
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readWholeNumber } from '../../shared/parameters/values/wholeNumber';

const LONGEST = 366;

/** How far a check looks back. */
export const lookBackDaysField: INodeProperties = {
	displayName: 'Look Back Days',
	name: 'lookBackDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: LONGEST },
	default: 90,
	description: 'Number of days before today whose sales are checked',
};

/** @throws NodeOperationError if it is out of bounds */
export const readLookBackDays = (context: IExecuteFunctions, itemIndex: number): number => {
	const { displayName: parameter, name, default: fallback } = lookBackDaysField;
	return readWholeNumber(context, { parameter, name, fallback, itemIndex }, LONGEST);
};

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { voucherOutputs, type VoucherOutput } from '../../../accounting/voucher/voucherItems';
import { readBoolean } from '../../shared/parameters/values/boolean';
import { readChoice } from '../../shared/parameters/values/choice';
import { readText } from '../../shared/parameters/values/text';
import {
	DEFAULT_TEXT,
	includeReferencesOption,
	voucherOutputField,
	voucherPerOption,
	voucherTextOption,
} from './voucherOptions';

/** How vouchers are made and returned. */
export interface VoucherParameters {
	output: VoucherOutput;
	/** Whether a period has one voucher for each calendar month, instead of one for each day. */
	isPerPeriod: boolean;
	/** The text of each voucher, with {date} and {unit}. */
	template: string;
	keepsReferences: boolean;
}

/** @throws NodeOperationError if one of them is of another kind */
export function readVoucherParameters(
	context: IExecuteFunctions,
	itemIndex: number,
): VoucherParameters {
	const option = ({ displayName: parameter, name, default: fallback }: INodeProperties) => ({
		...{ parameter, name: `options.${name}`, fallback, itemIndex },
	});
	return {
		output: readVoucherOutput(context, itemIndex),
		isPerPeriod: readChoice(context, option(voucherPerOption), ['day', 'period']) === 'period',
		template: readText(context, option(voucherTextOption)) || DEFAULT_TEXT,
		keepsReferences: readBoolean(context, option(includeReferencesOption)),
	};
}

/** @throws NodeOperationError if there is no such choice */
export const readVoucherOutput = (context: IExecuteFunctions, itemIndex: number): VoucherOutput => {
	const { displayName: parameter, name, default: fallback } = voucherOutputField;
	return readChoice(context, { parameter, name, fallback, itemIndex }, voucherOutputs);
};

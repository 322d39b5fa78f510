import type { IExecuteFunctions, IGetNodeParameterOptions, IPollFunctions } from 'n8n-workflow';

import { asNodeError } from '../../../../vipps/outcome/nodeError';

/** Where parameters are read: in an execution for each input item, or in a trigger. */
export type ParameterContext = IExecuteFunctions | IPollFunctions;

/** A parameter to read. */
export interface Parameter {
	/** Its display name. */
	parameter: string;
	/** `limit`, or `options.pageSize` for an entry of a collection. */
	name: string;
	/** Its value if it is not set. */
	fallback?: unknown;
	/** Undefined in a trigger, which has no input items. */
	itemIndex?: number;
	/** How n8n is to read it. */
	options?: IGetNodeParameterOptions;
}

/**
 * The value of a parameter, as an expression gives it, unchecked.
 *
 * @throws ReadableError if an expression fails
 */
export function readValue(context: ParameterContext, field: Parameter): unknown {
	const { parameter, name, fallback, itemIndex, options } = field;
	try {
		return itemIndex === undefined
			? (context as IPollFunctions).getNodeParameter(name, fallback, options)
			: (context as IExecuteFunctions).getNodeParameter(name, itemIndex, fallback, options);
	} catch (error) {
		const item = itemIndex === undefined ? {} : { itemIndex };
		throw asNodeError(context.getNode(), error, `read '${parameter}'`, {
			...item,
			parameter: name,
		});
	}
}

/** The values of a list. An expression may give one value instead of a list. */
export function readList(context: ParameterContext, field: Parameter): unknown[] {
	const given = readValue(context, field);
	return Array.isArray(given)
		? given
		: [given].filter((value) => value !== undefined && value !== null);
}

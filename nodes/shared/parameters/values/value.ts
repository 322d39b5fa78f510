import type { IExecuteFunctions, IGetNodeParameterOptions, IPollFunctions } from 'n8n-workflow';

import { asWorded } from '../../../../vipps/outcome/nodeError';

/** What gives the parameters of a node, for each of its input items, or of a trigger. */
export type ParameterContext = IExecuteFunctions | IPollFunctions;

/** A parameter to read. */
export interface Field {
	/** Its display name. */
	parameter: string;
	/** `limit`, or `options.pageSize` for an entry of a collection. */
	name: string;
	/** Where it is not set at all. */
	fallback?: unknown;
	/** Left out in a trigger, which has no input items. */
	itemIndex?: number;
	/** How n8n is to read it. */
	options?: IGetNodeParameterOptions;
}

/**
 * The value of a parameter, as an expression gives it, unchecked. A collection that is no object has been emptied by n8n.
 *
 * @throws WordedError when an expression fails
 */
export function givenOf(context: ParameterContext, field: Field): unknown {
	const { parameter, name, fallback, itemIndex, options } = field;
	try {
		return itemIndex === undefined
			? (context as IPollFunctions).getNodeParameter(name, fallback, options)
			: (context as IExecuteFunctions).getNodeParameter(name, itemIndex, fallback, options);
	} catch (failure) {
		const about = itemIndex === undefined ? {} : { itemIndex };
		throw asWorded(context.getNode(), failure, `read '${parameter}'`, {
			...about,
			parameter: name,
		});
	}
}

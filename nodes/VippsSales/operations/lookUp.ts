import type { INodeProperties } from 'n8n-workflow';

import { collect } from '../../../vipps/collect';
import { operationError, vippsStatusOf } from '../../../vipps/errors';
import type { Walk } from '../../../vipps/paginate';
import type { Run } from '../../../vipps/run';
import type { SalesEntry } from '../../../vipps/types';
import { readIdentifier } from '../fields/identifier';
import { ledgerField, readLedgerId } from '../fields/ledger';
import { maxParallelOption } from '../fields/maxParallel';
import { optionsField } from '../fields/options';
import { outputField, readOutput } from '../fields/output';
import { hintOnce } from '../hintOnce';
import type { Operation } from './operation';

const ifNotFoundOption: INodeProperties = {
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	default: 'error',
	description: 'What to do when Vipps knows no such sale on the ledger',
	options: [
		{ name: 'Stop With an Error', value: 'error', description: 'Let the node fail for this item' },
		{ name: 'Return Nothing', value: 'empty', description: 'Go on with no item' },
	],
};

const UNKNOWN_SALE =
	'Vipps knows no such sale on this ledger. Set If Not Found to Return Nothing if that may happen.';

/** What two look-ups differ in. */
interface LookUp {
	option: Operation['option'];
	/** The parameter that holds what to look up. */
	field: INodeProperties;
	/** The walk over the sales that bear it. */
	find: (run: Run, ledgerId: string, id: string) => Walk<SalesEntry>;
}

/** An operation that finds the sales of a ledger by something that they bear. */
export function lookUp({ option, field, find }: LookUp): Operation {
	return {
		resource: 'sale',
		option,
		fields: [ledgerField, field, outputField, optionsField(ifNotFoundOption, maxParallelOption)],
		async run(itemIndex, run) {
			const ledgerId = readLedgerId(this, itemIndex);
			const given = this.getNodeParameter(field.name, itemIndex, '') as unknown;
			const id = readIdentifier(this, given, field.displayName, itemIndex);
			const shapeOf = readOutput(this, itemIndex, run);
			const isOptional =
				this.getNodeParameter('options.ifNotFound', itemIndex, 'error') === 'empty';
			const walk = find(run, ledgerId, id);
			const found = collect(run, walk, { limit: Infinity }, shapeOf(ledgerId));
			const { items } = await found.catch((error: unknown) => {
				if (!isOptional || !isNotFound(error)) throw error;
				hintOnce(this, {
					type: 'info',
					message: `Vipps did not find ${walk.subject}. It answers the same for a ledger that these keys may not read.`,
				});
				return { items: [] };
			});
			if (items.length === 0 && !isOptional) {
				throw operationError(this.getNode(), `Could not get ${walk.subject}`, {
					description: UNKNOWN_SALE,
				});
			}
			return { outputs: [items] };
		},
	};
}

const isNotFound = (error: unknown) => vippsStatusOf(error) === 404;

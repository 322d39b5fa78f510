import type { INodeProperties } from 'n8n-workflow';

import { collect } from '../../../vipps/paging/take';
import { operationError } from '../../../vipps/outcome/errors';
import { answerOf } from '../../../vipps/outcome/pollHint';
import type { Walk } from '../../../vipps/paging/pages';
import type { Run } from '../../../vipps/run';
import type { SalesEntry } from '../../../vipps/api/types';
import { readIdentifier } from '../../shared/parameters/values/text';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { readOneOf } from '../../shared/parameters/values/choice';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import type { Operation } from '../../shared/operations/operation';

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

const ifNotFoundFallback = {
	parameter: ifNotFoundOption.displayName,
	name: 'options.ifNotFound',
	fallback: 'error',
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
			const { displayName: parameter, name } = field;
			const id = readIdentifier(this, { parameter, name, fallback: '', itemIndex });
			const shapeOf = readOutput(this, itemIndex, run);
			const ifNotFound = { ...ifNotFoundFallback, itemIndex };
			const isOptional = readOneOf(this, ifNotFound, ['error', 'empty']) === 'empty';
			const walk = find(run, ledgerId, id);
			const found = collect(run, walk, { limit: Infinity }, shapeOf(ledgerId));
			const { items } = await found.catch((error: unknown) => {
				if (!isOptional || !isNotFound(error)) throw error;
				run.hints.count('info', walk.subject, notFound);
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

/** What a proxy says on the way says nothing of a sale. */
const isNotFound = (error: unknown) => answerOf(error)?.status === 404;

const notFound = (subjects: string, count: number) =>
	count === 1
		? `Vipps did not find ${subjects}. It answers the same for a ledger that these keys may not read.`
		: `Vipps did not find what ${count} items ask for: ${subjects}. It answers the same for ledgers that these keys may not read.`;

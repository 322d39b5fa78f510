import type { INodeProperties, NodeApiError } from 'n8n-workflow';

import type { SalesEntry } from '../../../vipps/api/salesEntry';
import { operationError, rewordedError } from '../../../vipps/outcome/errors';
import { readVippsAnswer } from '../../../vipps/outcome/vippsAnswer';
import type { Pages } from '../../../vipps/paging/pages';
import type { Run } from '../../../vipps/run';
import type { Operation } from '../../shared/operations/operation';
import { ledgerField, readLedgerId } from '../../shared/parameters/ledger';
import { maxParallelOption } from '../../shared/parameters/maxParallel';
import { optionsField } from '../../shared/parameters/options';
import { outputField, readOutput } from '../../shared/parameters/output';
import { readChoice } from '../../shared/parameters/values/choice';
import { readIdentifier } from '../../shared/parameters/values/text';

const ifNotFoundOption: INodeProperties = {
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	default: 'error',
	description: 'What to do if there is no such sale on the ledger',
	options: [
		{ name: 'Stop With an Error', value: 'error', description: 'Let the node fail for this item' },
		{ name: 'Return Nothing', value: 'empty', description: 'Go on with no item' },
	],
};

const ifNotFoundParameter = {
	parameter: ifNotFoundOption.displayName,
	name: 'options.ifNotFound',
	fallback: 'error',
};

const UNKNOWN_SALE =
	"No sale with this reference on this ledger. Check both, or set 'If Not Found' to 'Return Nothing'.";

/** What is different between the look-ups. */
interface LookUp {
	option: Operation['option'];
	subtitle: string;
	/** The parameter that holds what to look up. */
	field: INodeProperties;
	find: (run: Run, ledgerId: string, id: string) => Pages<SalesEntry>;
}

/** An operation that finds the sales of a ledger by one of their references. */
export function lookUp({ option, subtitle, field, find }: LookUp): Operation {
	return {
		resource: 'sale',
		option,
		subtitle,
		fields: [ledgerField, field, outputField, optionsField(ifNotFoundOption, maxParallelOption)],
		async run(itemIndex, run) {
			const ledgerId = readLedgerId(this, itemIndex);
			const { displayName: parameter, name } = field;
			const id = readIdentifier(this, { parameter, name, fallback: '', itemIndex });
			const toItems = readOutput(this, itemIndex, run)(ledgerId);
			const ifNotFound = { ...ifNotFoundParameter, itemIndex };
			const isOptional = readChoice(this, ifNotFound, ['error', 'empty']) === 'empty';
			const pages = find(run, ledgerId, id);
			const { items, error } = await pages.take({ limit: Infinity }, toItems);
			if (error !== undefined) {
				if (!isNotFound(error)) throw error;
				if (!isOptional) throw unknownSale(run, pages.subject, error);
				run.hints.count('info', pages.subject, notFound);
				return { outputs: [[]] };
			}
			if (items.length === 0 && !isOptional) {
				throw operationError(this.getNode(), `Could not get ${pages.subject}`, {
					description: UNKNOWN_SALE,
				});
			}
			return { outputs: [items] };
		},
	};
}

/** Vipps may mean the ledger as well. */
const unknownSale = (run: Run, subject: string, error: NodeApiError) =>
	rewordedError(run, error, {
		message: `Could not get ${subject}`,
		advice: `${UNKNOWN_SALE} You may also have no access to the ledger.`,
	});

/** Only an answer of Vipps says something about a sale. */
const isNotFound = (error: unknown): error is NodeApiError =>
	readVippsAnswer(error)?.status === 404;

const notFound = (subjects: string, count: number) =>
	count === 1
		? `Vipps did not find ${subjects}. It answers the same for a ledger that these keys may not read.`
		: `Vipps did not find what ${count} items ask for: ${subjects}. It answers the same for ledgers that these keys may not read.`;

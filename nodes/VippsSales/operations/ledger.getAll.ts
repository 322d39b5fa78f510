import { ledgers } from '../../../vipps/api/ledgers';
import { complete } from '../../../vipps/paging/take';
import { howToGetAccess, NO_ACCESS } from '../../shared/ledgers/noAccess';
import type { Operation } from '../../shared/operations/operation';
import { hintAtLimit, paginationFields, readPagination } from '../../shared/parameters/pagination';
import { readText } from '../../shared/parameters/values/text';

/** The ledgers that the keys may read, as Vipps sends them. */
export const ledgerGetAll: Operation = {
	resource: 'ledger',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many ledgers',
		description: 'Get the ledgers that merchants have granted these keys access to',
	},
	subtitle: 'Ledgers',
	fields: [
		...paginationFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Vipps Number or Sales Unit',
					name: 'recipientHandle',
					type: 'string',
					default: '',
					placeholder: 'e.g. NO:123456',
					description:
						'Only ledgers of this Vipps or MobilePay number with its country (NO:123456), or of this API sales unit (api:123456)',
				},
			],
		},
	],
	async run(itemIndex, run) {
		const wanted = readPagination(this, itemIndex);
		const recipientHandle = readText(this, {
			parameter: 'Vipps Number or Sales Unit',
			name: 'filters.recipientHandle',
			fallback: '',
			itemIndex,
		});
		const taken = complete(await ledgers(run, { recipientHandle }).take(wanted));
		const { items } = taken;
		if (items.length === 0) {
			if (recipientHandle) run.hints.count('info', recipientHandle, noneSettles);
			else run.hints.add('info', `${NO_ACCESS}. ${howToGetAccess(run)}`);
		}
		hintAtLimit(run.hints, wanted, taken);
		return { outputs: [items.slice(0, wanted.limit)] };
	},
};

const noneSettles = (handles: string, count: number) =>
	count === 1
		? `None of the ledgers that these keys may read settles for ${handles}.`
		: `${count} handles were found on none of the ledgers that these keys may read: ${handles}.`;

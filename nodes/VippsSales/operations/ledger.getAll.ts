import { collect } from '../../../vipps/collect';
import { ledgers } from '../../../vipps/endpoints';
import { paginationFields, readPagination } from '../fields/pagination';
import type { Operation } from './operation';

/** The ledgers that the keys may read, as Vipps sends them. */
export const ledgerGetAll: Operation = {
	resource: 'ledger',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many ledgers',
		description: 'Get the ledgers that merchants have granted these keys access to',
	},
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
					displayName: 'Recipient Handle',
					name: 'recipientHandle',
					type: 'string',
					default: '',
					placeholder: 'e.g. NO:123456',
					description:
						'Only ledgers that settle for this handle: a Vipps or MobilePay number with its country (NO:123456), or an API sales unit (api:123456)',
				},
			],
		},
	],
	async run(itemIndex, run) {
		const wanted = readPagination(this, itemIndex);
		const given = this.getNodeParameter('filters.recipientHandle', itemIndex, '') as unknown;
		const recipientHandle = String(given ?? '').trim();
		const { items } = await collect(run, ledgers(run, { recipientHandle }), wanted);
		if (items.length === 0) {
			run.hints.add(
				'info',
				recipientHandle
					? `None of the ledgers that these keys may read settles for ${recipientHandle}.`
					: 'These keys may not read any ledger yet: a merchant has to grant access in the Vipps MobilePay business portal, under Reports → Accounting partners.',
			);
		}
		return { outputs: [items.slice(0, wanted.limit)] };
	},
};

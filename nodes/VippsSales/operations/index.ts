import { clear } from '../../shared/checkpoints/clear';
import { onlyFeed } from '../../shared/checkpoints/feed';
import { get } from '../../shared/checkpoints/get';
import { save } from '../../shared/checkpoints/save';
import { createRegistry } from '../../shared/operations/registry';
import { ledgerGetAll } from './ledger.getAll';
import { saleGetByDate } from './sale.getByDate';
import { saleGetByPspReference } from './sale.getByPspReference';
import { saleGetByReference } from './sale.getByReference';
import { saleGetFeed } from './sale.getFeed';

const feed = onlyFeed('sales', { one: 'sale', many: 'sales' });

/** All resources and operations of the node, in the order of the drop-downs. */
export const registry = createRegistry(
	[
		{ name: 'Sale', value: 'sale' },
		{ name: 'Ledger', value: 'ledger' },
		{ name: 'Checkpoint', value: 'checkpoint' },
	],
	[
		saleGetByDate,
		saleGetFeed,
		saleGetByReference,
		saleGetByPspReference,
		ledgerGetAll,
		save(feed),
		get(feed),
		clear(feed),
	],
	{ needsAccountingKeys: true },
);

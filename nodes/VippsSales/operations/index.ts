import { createRegistry } from '../../shared/operations/registry';
import { ledgerGetAll } from './ledger.getAll';
import { checkpointClear } from './checkpoint.clear';
import { checkpointGet } from './checkpoint.get';
import { checkpointSave } from './checkpoint.save';
import { saleGetByDate } from './sale.getByDate';
import { saleGetByPspReference } from './sale.getByPspReference';
import { saleGetByReference } from './sale.getByReference';
import { saleGetFeed } from './sale.getFeed';

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
		checkpointSave,
		checkpointGet,
		checkpointClear,
	],
);

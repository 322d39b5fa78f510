import { createRegistry } from '../../shared/operations/registry';
import { ledgerGetAll } from './ledger.getAll';
import { positionClear } from './position.clear';
import { positionGet } from './position.get';
import { positionSave } from './position.save';
import { saleGetByDate } from './sale.getByDate';
import { saleGetByPspReference } from './sale.getByPspReference';
import { saleGetByReference } from './sale.getByReference';
import { saleGetFeed } from './sale.getFeed';

/** All resources and operations of the node, in the order of the drop-downs. */
export const registry = createRegistry(
	[
		{ name: 'Sale', value: 'sale' },
		{ name: 'Ledger', value: 'ledger' },
		{ name: 'Feed Position', value: 'position' },
	],
	[
		saleGetByDate,
		saleGetFeed,
		saleGetByReference,
		saleGetByPspReference,
		ledgerGetAll,
		positionSave,
		positionGet,
		positionClear,
	],
);

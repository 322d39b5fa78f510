import { createRegistry } from '../../shared/operations/registry';
import { voucherPrepareFromSales } from './voucher.prepareFromSales';

/** All resources and operations of the node, in the order of the drop-downs. */
export const registry = createRegistry(
	[{ name: 'Voucher', value: 'voucher' }],
	[voucherPrepareFromSales],
	{ needsAccountingKeys: true },
);

import { createRegistry } from '../../shared/operations/registry';
import { summaryGet } from './summary.get';
import { voucherCheckAccounts } from './voucher.checkAccounts';
import { voucherPrepareFromPayouts } from './voucher.prepareFromPayouts';
import { voucherPrepareFromSales } from './voucher.prepareFromSales';

/** All resources and operations of the node, in the order of the drop-downs. */
export const registry = createRegistry(
	[
		{ name: 'Voucher', value: 'voucher' },
		{ name: 'Summary', value: 'summary' },
	],
	[voucherPrepareFromSales, voucherPrepareFromPayouts, voucherCheckAccounts, summaryGet],
	{ needsAccountingKeys: true },
);

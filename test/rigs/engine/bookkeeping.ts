import { ledger } from './rig';

/** The accounts that an accountant types in. */
export const typedAccounts = { clearingAccount: '1579', interimAccount: '1999' };

/** Parameters that prepare the sales vouchers of a ledger. */
export const vouchersOf = (ledgerId: string) => ({
	...{ resource: 'voucher', operation: 'prepareFromSales', ledgerId: ledger(ledgerId) },
	...typedAccounts,
	output: 'vouchers',
});

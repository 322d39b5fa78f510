import type { IExecuteFunctions } from 'n8n-workflow';

import type { SalesAccounts } from '../../../accounting/salesVoucher/accounts';
import { invalidParameter } from '../../shared/parameters/values/invalidParameter';
import { readRequiredAccount } from './account';
import { clearingAccount, interimAccount } from './accounts';

/** What Vipps owes and what is not clear must stay apart, or neither could be proven. */
export function readMoneyAccounts(
	context: IExecuteFunctions,
	itemIndex: number,
): Pick<SalesAccounts, 'clearingAccount' | 'interimAccount'> {
	const accounts = {
		clearingAccount: readRequiredAccount(context, clearingAccount, itemIndex),
		interimAccount: readRequiredAccount(context, interimAccount, itemIndex),
	};
	if (accounts.clearingAccount !== accounts.interimAccount) return accounts;
	throw invalidParameter(context, {
		parameter: interimAccount.displayName,
		given: accounts.interimAccount,
		wanted: `another account than '${clearingAccount.displayName}'`,
		itemIndex,
	});
}

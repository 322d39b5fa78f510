import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { ledgers } from '../../../vipps/api/ledgers';
import { complete } from '../../../vipps/paging/take';
import { openRun } from '../../../vipps/run';
import { ledgerOptions } from './ledgerLabel';

/**
 * All ledgers that the keys may read, for a field in which several can be selected.
 *
 * @throws NodeApiError as the ledger list does; the drop-down shows its message
 */
export async function getLedgers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { items } = complete(await ledgers(openRun(this)).take({ limit: Infinity }));
	return ledgerOptions(items).sort((one, other) => one.name.localeCompare(other.name));
}

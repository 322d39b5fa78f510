import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { collect } from '../../../vipps/paging/take';
import { ledgers } from '../../../vipps/api/endpoints';
import { openRun } from '../../../vipps/run';
import { ledgerOptions } from './ledgerLabel';

/**
 * All ledgers that the keys may read, for the field that lets the user pick several.
 *
 * @throws NodeApiError as the ledger list does; the drop-down shows its message
 */
export async function getLedgers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const run = openRun(this);
	const { items } = await collect(run, ledgers(run), { limit: Infinity });
	return ledgerOptions(items).sort((one, other) => one.name.localeCompare(other.name));
}

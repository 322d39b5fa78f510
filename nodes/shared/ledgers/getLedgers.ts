import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { ledgers } from '../../../vipps/api/ledgers';
import { complete } from '../../../vipps/paging/take';
import { openRun, type RunOptions } from '../../../vipps/run';
import { ledgerOptions } from './ledgerLabel';

type GetLedgers = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/**
 * Gives all ledgers that the keys may read, for a field in which several can be selected. It throws a NodeApiError as the ledger list does,
 * whose message the drop-down shows.
 *
 * @param node whether it refuses the keys of a sales unit: the list then refuses them too
 */
export const getLedgersFor = (node: Pick<RunOptions, 'needsAccountingKeys'>): GetLedgers =>
	async function () {
		const { items } = complete(await ledgers(openRun(this, node)).take({ limit: Infinity }));
		return ledgerOptions(items).sort((one, other) => one.name.localeCompare(other.name));
	};

/** The same for any keys. */
export const getLedgers = getLedgersFor({});

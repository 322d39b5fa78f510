import type { IPollFunctions } from 'n8n-workflow';

import { enteredBaseUrl } from '../../../vipps/keys/baseUrl';
import { CREDENTIAL_TYPE } from '../../../vipps/run';
import { readLedgerIds } from '../parameters/ledger';
import { readChoice } from '../parameters/values/choice';
import { readWholeNumber } from '../parameters/values/wholeNumber';
import { DEFAULT_MAX_ITEMS } from './fields';
import { readRestarts, type Restart } from './restart';

/** What every trigger is set to. */
export interface Settings {
	/** Without a slash at its end. */
	baseUrl: string;
	choice: 'all' | 'selected';
	/** Of `selected`: at least one. */
	ledgerIds: string[];
	startsNow: boolean;
	maxItems: number;
	/** The ledgers that are to be read anew. */
	restarts: Restart[];
}

/** @throws NodeOperationError that names the parameter, before any call */
export async function readSettings(context: IPollFunctions): Promise<Settings> {
	const ledgers = { parameter: 'Ledgers', name: 'ledgers', fallback: 'all' };
	const choice = readChoice(context, ledgers, ['all', 'selected']);
	const ledgerIds = choice === 'all' ? [] : readLedgerIds(context);
	const startFrom = { parameter: 'Start From', name: 'startFrom', fallback: 'now' };
	const startsNow = readChoice(context, startFrom, ['now', 'beginning']) === 'now';
	const maxItems = readWholeNumber(context, {
		parameter: 'Max Items',
		name: 'options.maxItems',
		fallback: DEFAULT_MAX_ITEMS,
	});
	const restarts = readRestarts(context);
	const baseUrl = enteredBaseUrl(await context.getCredentials(CREDENTIAL_TYPE));
	return {
		baseUrl: baseUrl.replace(/\/+$/, ''),
		choice,
		ledgerIds,
		startsNow,
		maxItems,
		restarts,
	};
}

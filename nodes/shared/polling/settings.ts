import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { enteredBaseUrl } from '../../../vipps/keys/baseUrl';
import { CREDENTIAL_TYPE } from '../../../vipps/run';
import { readLedgerIds } from '../parameters/ledger';
import { readChoice } from '../parameters/values/choice';
import { readWholeNumber } from '../parameters/values/wholeNumber';
import { readRestarts, restartLedgersOption, type Restart } from './restart';

const DEFAULT_MAX_ITEMS = 5000;

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

/** Rarely changed options of every trigger. */
export const pollOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Max Items',
			name: 'maxItems',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: DEFAULT_MAX_ITEMS,
			description:
				'Max items per execution, the rest follow. Pages are not split, so with Output set to Order Lines there may be a few more.',
		},
		restartLedgersOption,
	],
};

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

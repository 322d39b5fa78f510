import type { Given } from '../../wire';
import type { Timed } from '../timeline';

/** A movement before its balances are known. Amounts in signed minor units. */
export interface Draft extends Timed {
	entryType: string;
	amount: number;
	pspReference: Given<string>;
	reference: Given<string>;
	recipientHandle: Given<string>;
}

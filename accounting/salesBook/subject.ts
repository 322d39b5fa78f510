import type { SalesEntry } from '../../vipps/api/salesEntry';
import type { Subject } from '../voucher/findings';

/** Entry types are an open set of texts, in capitals or not. */
export function subjectOf({ entryType }: SalesEntry): Subject {
	const type = typeof entryType === 'string' ? entryType.toLowerCase() : '';
	if (type === 'capture') return 'sale';
	return type === 'refund' ? 'refund' : 'entry';
}

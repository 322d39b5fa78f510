import type { IDataObject } from 'n8n-workflow';

import type { ReportList } from '../../../vipps/api/report';
import type { ReportEntry } from '../../../vipps/api/reportEntry';
import type { Run } from '../../../vipps/run';

/** Something that happens on a feed and that starts the workflow. */
export interface FeedEvent {
	/** What it delivers, for messages: `payouts`. */
	items: string;
	list: ReportList;
	/** Whether an entry is such an event. */
	isEvent(entry: ReportEntry): boolean;
	/** How many events become items at once, so that a poll gets on however much has to be read for them. */
	mostAtOnce: number;
	/**
	 * The items of events of one ledger, one for each, in their order.
	 *
	 * @throws NodeApiError if what belongs to an event can't be read
	 */
	toItems(run: Run, ledgerId: string, entries: ReportEntry[]): Promise<IDataObject[]>;
	/** The latest items of a ledger, for a test of the trigger in the editor; empty if there are none. */
	latest(run: Run, ledgerId: string): Promise<IDataObject[]>;
}

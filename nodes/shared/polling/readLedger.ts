import type { IDataObject } from 'n8n-workflow';

import { readCircle } from '../../../vipps/paging/pages';
import type { Run } from '../../../vipps/run';
import type { PollBudget } from './budget';
import type { LedgerSource } from './source';
import type { LedgerState } from './state';

/** What one poll read of one ledger. */
export interface LedgerRead<Checkpoint> {
	ledgerId: string;
	items: IDataObject[];
	/** The state behind the items. */
	state: LedgerState<Checkpoint>;
	/** How many pages came. 0 without an error means that the poll did not try this ledger. */
	pages: number;
	/** Why there is no more. What came before it is whole. */
	error?: unknown;
}

/** Reads a ledger until its end, or until the budget is used up. Never throws. */
export async function readLedger<Checkpoint>(
	run: Run,
	source: Pick<LedgerSource<Checkpoint>, 'next'>,
	ledgerId: string,
	before: LedgerState<Checkpoint>,
	budget: Pick<PollBudget, 'take' | 'settle'>,
): Promise<LedgerRead<Checkpoint>> {
	const read: LedgerRead<Checkpoint> = { ledgerId, items: [], state: before, pages: 0 };
	let allowance = await budget.take();
	if (allowance === 0) return read;
	const options = { allowance: () => allowance, knownCursors: before.circle };
	try {
		for await (const page of source.next(run, ledgerId, before.checkpoint, options)) {
			for (const item of page.items) read.items.push(item);
			read.state = { checkpoint: page.checkpoint };
			read.pages++;
			budget.settle(allowance, page.items.length);
			allowance = 0;
			if (page.isLast) break;
			allowance = await budget.take();
			if (allowance === 0) break;
		}
	} catch (error) {
		const circle = readCircle(error);
		if (circle) read.state = { ...read.state, circle };
		read.error = error;
	}
	if (allowance > 0) budget.settle(allowance, 0);
	return read;
}

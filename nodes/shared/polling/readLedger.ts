import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { salesFeed } from '../../../vipps/api/endpoints';
import { rewordedError } from '../../../vipps/outcome/errors';
import { answerOf } from '../../../vipps/outcome/pollHint';
import { circleOf, MAX_PAGE_SIZE, paginate } from '../../../vipps/paging/pages';
import type { Run } from '../../../vipps/run';
import type { Settings } from './settings';
import type { Position } from './state';
import { turnPage } from './takePage';

/** What one poll brought of one ledger. */
export interface LedgerRead {
	ledgerId: string;
	items: IDataObject[];
	/** Behind the items. */
	position: Position;
	/** How many pages came: 0 with no failure means that the poll did not get to this ledger. */
	pages: number;
	/** Why there is no more; what came before it is whole. */
	failure?: unknown;
}

/** Lets a ledger read on, as long as the poll goes on. */
export interface Turns {
	/** How many items the next page may bring; 0 when the poll is to end. */
	take(): Promise<number>;
	settle(share: number, items: number): void;
}

/** Reads a ledger's feed from a position on, until it is caught up with or the poll is to end. Never throws. */
export async function readLedger(
	run: Run,
	ledgerId: string,
	start: Position,
	settings: Settings,
	turns: Turns,
): Promise<LedgerRead> {
	const read: LedgerRead = { ledgerId, items: [], position: start, pages: 0 };
	let share = await turns.take();
	if (share === 0) return read;
	let first: string | undefined;
	// Sales that are passed over, or read already, use nothing up.
	let passesOver = start.since !== undefined;
	const pageSize = () =>
		passesOver
			? MAX_PAGE_SIZE
			: Math.min(MAX_PAGE_SIZE, share + (read.position.readAfter?.[1] ?? 0));
	try {
		for (let isRead = false; !isRead; ) {
			isRead = true;
			const feed = salesFeed(run, ledgerId, read.position.cursor);
			const walk = { ...feed, knownCursors: start.circle };
			for await (const step of paginate(run, walk, pageSize)) {
				const turned = turnPage(ledgerId, read.position, step, settings, first);
				if (passesOver && turned.items.length > share) {
					// Past what is passed over: the same page once more, in the size that is left.
					passesOver = false;
					isRead = false;
					break;
				}
				for (const item of turned.items) read.items.push(item);
				({ first } = turned);
				read.position = turned.position;
				passesOver &&= read.position.since !== undefined;
				read.pages++;
				turns.settle(share, turned.items.length);
				share = 0;
				if (!step.goesOn) break;
				share = await turns.take();
				if (share === 0) break;
			}
		}
	} catch (failure) {
		const circle = circleOf(failure);
		if (circle) read.position = { ...read.position, circle };
		const isFirst = read.pages === 0 && start.cursor !== undefined;
		read.failure = isFirst ? withCursorAdvice(run, ledgerId, failure) : failure;
	}
	if (share > 0) turns.settle(share, 0);
	return read;
}

/** Where Vipps rejects the cursor that was kept, no poll after this one will do better. */
function withCursorAdvice(run: Run, ledgerId: string, failure: unknown): unknown {
	if (answerOf(failure)?.status !== 400) return failure;
	return rewordedError(run, failure as NodeApiError, {
		message: `Vipps rejected the saved cursor of ledger ${ledgerId}`,
		advice: "To read this ledger anew, use the option 'Restart Ledgers'.",
	});
}

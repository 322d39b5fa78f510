import type { IDataObject } from 'n8n-workflow';

import { reportFeed } from '../../vipps/api/report';
import type { ReportEntry } from '../../vipps/api/reportEntry';
import type { Page } from '../../vipps/paging/page';
import type { Run } from '../../vipps/run';
import { asObject, text } from '../../vipps/unknown';
import { withRestartAdvice } from '../shared/polling/rejectedCursor';
import type { LedgerSource, PageRead, ReadOptions } from '../shared/polling/source';
import type { FeedEvent } from './events/event';
import { sample } from './sample';

/** How far a ledger's feed has been read. */
export interface FeedCheckpoint {
	/** Everything before it is read; undefined: nothing yet. */
	cursor?: string;
	/**
	 * Until the end of the feed is reached for the first time: entries before this instant (ISO, UTC) or this ledger date (`YYYY-MM-DD`) are
	 * skipped.
	 */
	since?: string;
	/** How many entries after the cursor are read, too: Vipps chooses the size of a page, and a poll may end within one. */
	read?: number;
}

/** Events on the feed of a ledger, read on along it. */
export const feedSource = (event: FeedEvent): LedgerSource<FeedCheckpoint> => ({
	items: event.items,
	feed: event.list,
	readCheckpoint,
	begin(beginning) {
		if (beginning.kind === 'now') return { since: beginning.now };
		return beginning.kind === 'date' ? { since: beginning.date } : {};
	},
	next: (run, ledgerId, checkpoint, options) => next(run, ledgerId, checkpoint, event, options),
	sample: async (run, ledgerIds) =>
		await sample(
			run,
			ledgerIds,
			event.items,
			async (ledgerId) => await event.latest(run, ledgerId),
		),
});

function readCheckpoint(kept: unknown): FeedCheckpoint {
	const { cursor, since, read } = asObject(kept);
	const isCount = Number.isSafeInteger(read) && Number(read) > 0;
	return { cursor: text(cursor), since: text(since), read: isCount ? Number(read) : undefined };
}

async function* next(
	run: Run,
	ledgerId: string,
	start: FeedCheckpoint,
	event: FeedEvent,
	{ allowance, knownCursors }: ReadOptions,
): AsyncGenerator<PageRead<FeedCheckpoint>, void, undefined> {
	let checkpoint = start;
	const pages = reportFeed(run, ledgerId, event.list, { after: start.cursor, knownCursors });
	for await (const page of withAdvice(run, ledgerId, start, pages)) {
		for (let isRead = false; !isRead; ) {
			const part = nextPart(page, checkpoint, event, Math.min(event.mostAtOnce, allowance()));
			const items: IDataObject[] =
				part.events.length > 0 ? await event.toItems(run, ledgerId, part.events) : [];
			({ checkpoint, isRead } = part);
			yield { items, checkpoint, isLast: page.isLast && isRead };
		}
	}
}

/** The pages; if Vipps rejects the cursor that was kept, with advice. */
async function* withAdvice(
	run: Run,
	ledgerId: string,
	{ cursor }: FeedCheckpoint,
	pages: AsyncIterable<Page<ReportEntry>>,
): AsyncGenerator<Page<ReportEntry>, void, undefined> {
	let hasPage = false;
	try {
		for await (const page of pages) {
			hasPage = true;
			yield page;
		}
	} catch (error) {
		throw hasPage || cursor === undefined ? error : withRestartAdvice(run, ledgerId, error);
	}
}

/** Some events of a page, and what follows from them. */
interface Part {
	events: ReportEntry[];
	/** The checkpoint behind them. */
	checkpoint: FeedCheckpoint;
	/** Whether the page is read to its end. */
	isRead: boolean;
}

/** Takes the next events of a page, at most as many as are allowed, and the other entries up to the next event. */
function nextPart(
	{ items: entries, cursor, hasMoved, isLast }: Page<ReportEntry>,
	before: FeedCheckpoint,
	{ isEvent }: FeedEvent,
	allowance: number,
): Part {
	const { read: skipped = 0, since } = before;
	const events: ReportEntry[] = [];
	let read = Math.min(skipped, entries.length);
	for (const entry of entries.slice(read)) {
		const isWanted = isEvent(entry) && !isBefore(entry, since);
		if (isWanted && events.length >= allowance) break;
		if (isWanted) events.push(entry);
		read++;
	}
	if (read < entries.length) return { events, checkpoint: { ...before, read }, isRead: false };
	const next = { since: isLast ? undefined : since };
	// A page may have become smaller than it was.
	const left = skipped - entries.length;
	const checkpoint = hasMoved
		? { ...next, cursor, read: left > 0 ? left : undefined }
		: { ...next, cursor: before.cursor, read: Math.max(skipped, read) || undefined };
	return { events, checkpoint, isRead: true };
}

/** Whether an entry is older than an instant, or of an earlier ledger date. One without a valid time is never skipped. */
function isBefore({ time, ledgerDate }: ReportEntry, since: string | undefined): boolean {
	if (since === undefined) return false;
	if (since.includes('T')) return Date.parse(String(time)) < Date.parse(since);
	return typeof ledgerDate === 'string' && ledgerDate < since;
}

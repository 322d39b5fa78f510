import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { dedupeKeys } from '../../accounting/items/dedupeKey';
import { keyedItems } from '../../accounting/items/keyedItems';
import { salesOfDate } from '../../vipps/api/sales';
import type { SalesEntry } from '../../vipps/api/salesEntry';
import { operationError } from '../../vipps/outcome/errors';
import type { Run } from '../../vipps/run';
import { nothingIsWrong, sampleLedgers } from '../shared/polling/sampleLedgers';
import { SAMPLE_TIME_LIMIT_MS } from '../shared/polling/source';
import type { Selection } from './takePage';

/** Enough to build a workflow with. */
const MOST_DATES = 7;
const MOST_SALES = 10;
/** The ledger dates of all markets differ from those of Norway by an hour at most. */
const ZONE = 'Europe/Oslo';

const ALL_IS_WELL = nothingIsWrong('sale');

interface Sale {
	entry: SalesEntry;
	key: string;
	ledgerId: string;
}

/** What has been read so far. */
interface Latest {
	/** Oldest first, no more than are shown. */
	sales: Sale[];
	/** How many were read, whether or not they are wanted. */
	count: number;
	/** The earliest date that was read, `YYYY-MM-DD`. */
	date?: string;
}

/**
 * The latest sales of a few ledgers, to build a workflow with. The feed begins at the first sale, so these are read by date, the last date
 * first, until there are enough.
 *
 * @throws NodeOperationError in plain words if there are none
 * @throws NodeApiError if no ledger could be read
 */
export async function sample(
	run: Run,
	ledgerIds: string[] | 'all',
	selection: Selection,
): Promise<IDataObject[]> {
	const latest: Latest = { sales: [], count: 0 };
	await readLatest(run, ledgerIds, selection, latest).catch((error: unknown) => {
		const isOver = run.signal?.aborted === true;
		if (latest.sales.length === 0) throw isOver ? outOfTime(run, latest) : error;
	});
	return latest.sales.flatMap(({ entry, key, ledgerId }) =>
		keyedItems(entry, key, ledgerId, selection.output),
	);
}

/** @throws NodeOperationError or NodeApiError as above; what was read by then stays */
async function readLatest(
	run: Run,
	wanted: string[] | 'all',
	selection: Selection,
	latest: Latest,
): Promise<void> {
	const { ledgerIds, inWords } = await sampleLedgers(run, wanted);
	const today = DateTime.now().setZone(ZONE);
	for (let days = 0; days < MOST_DATES && latest.sales.length < MOST_SALES; days++) {
		latest.date = today.minus({ days }).toFormat('yyyy-MM-dd');
		await readDate(run, ledgerIds, selection, latest);
	}
	if (latest.sales.length > 0) return;
	const where = `on ${inWords} in the last ${MOST_DATES} days`;
	throw operationError(run.node, `No matching sales ${where}`, {
		description: ALL_IS_WELL,
	});
}

/**
 * Reads a date of each ledger to its end, since the latest sales come last. A ledger that cannot be read does not stop the others.
 *
 * @throws NodeApiError if none of them could be read
 */
async function readDate(
	run: Run,
	ledgerIds: string[],
	{ wants }: Selection,
	latest: Latest,
): Promise<void> {
	const reads = ledgerIds.map(async (ledgerId) => {
		const keys = dedupeKeys(ledgerId);
		const pages = salesOfDate(run, ledgerId, latest.date ?? '');
		return await pages.take({ limit: Infinity }, (entries) => {
			const sales = entries.map((entry) => ({ entry, key: keys.next(entry), ledgerId }));
			const wanted = sales.filter(({ entry }) => wants(entry));
			latest.sales = [...latest.sales, ...wanted].sort(byTime).slice(-MOST_SALES);
			latest.count += sales.length;
			return [];
		});
	});
	const taken = await Promise.all(reads);
	const errors = taken.map(({ error }) => error).filter(Boolean);
	if (errors.length === taken.length) throw errors[0];
}

const byTime = (one: Sale, other: Sale): number =>
	String(one.entry.time).localeCompare(String(other.entry.time));

function outOfTime(run: Run, { count, date }: Latest): Error {
	const read =
		date === undefined
			? 'Vipps had not sent the list of ledgers by then.'
			: `By then, ${count} sales were read, back to ${date}.`;
	const seconds = SAMPLE_TIME_LIMIT_MS / 1000;
	return operationError(run.node, `No matching sales found in ${seconds} seconds`, {
		description: `${read} ${ALL_IS_WELL}`,
	});
}

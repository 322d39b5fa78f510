import type { AxiosInstance } from 'axios';
import type { ReportEntry } from '../../../sandbox';

/** A page of funds or fees. */
export interface ReportPage {
	items: ReportEntry[];
	cursor?: string;
	hasMore?: boolean;
	tryLater?: boolean;
}

/** The path of a ledger's funds or fees. */
export const reportPath = (ledgerId: string, topic = 'funds') =>
	`/report/v2/ledgers/${ledgerId}/${topic}`;

/** All pages of a date, as long as there is more. */
export async function pagesOfDate(api: AxiosInstance, path: string, date: string) {
	return await pagesWhile(api, `${path}/dates/${date}`, ({ hasMore }) => hasMore === true);
}

/** All pages of a feed, until it says that all has been read. */
export async function pagesOfFeed(api: AxiosInstance, path: string) {
	return await pagesWhile(api, `${path}/feed`, ({ tryLater }) => tryLater !== true);
}

async function pagesWhile(
	api: AxiosInstance,
	path: string,
	hasNext: (page: ReportPage) => boolean,
): Promise<ReportPage[]> {
	const pages: ReportPage[] = [];
	for (let cursor: string | undefined; ; ) {
		const { data, status } = await api.get<ReportPage>(path, { params: cursor ? { cursor } : {} });
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		pages.push(data);
		if (!hasNext(data)) return pages;
		cursor = data.cursor;
	}
}

export const entriesOf = (pages: ReportPage[]): ReportEntry[] =>
	pages.flatMap(({ items }) => items);

export const total = (entries: ReportEntry[]): number =>
	entries.reduce((sum, { amount }) => sum + amount, 0);

/** Every date from one to another. */
export function datesFrom(first: string, last: string): string[] {
	const dates: string[] = [];
	for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
		dates.push(new Date(at).toISOString().slice(0, 10));
	}
	return dates;
}

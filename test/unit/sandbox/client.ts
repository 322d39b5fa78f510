import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import type { Sandbox, SalesEntry } from '../../../sandbox';

/** What a page of anything holds, before it is checked. */
export interface Page<T = SalesEntry> {
	items: T[];
	cursor?: string | null;
	hasMore?: boolean;
}

/** The four headers that a well-behaved caller sends. */
export const systemHeaders = {
	'Vipps-System-Name': 'Tests',
	'Vipps-System-Version': '1.0',
	'Vipps-System-Plugin-Name': 'sandbox tests',
	'Vipps-System-Plugin-Version': '1.0',
};

/** Asks for a token as the documentation says; anything can be changed or, with undefined, left out. */
export async function askForToken(
	sandbox: Sandbox,
	change: { headers?: Record<string, string | undefined>; body?: string } = {},
): Promise<AxiosResponse> {
	const keys = `${sandbox.clientId}:${sandbox.clientSecret}`;
	const headers = {
		...systemHeaders,
		Authorization: `Basic ${Buffer.from(keys).toString('base64')}`,
		'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
		...change.headers,
	};
	return await axios.post(
		`${sandbox.url}/miami/v1/token`,
		change.body ?? 'grant_type=client_credentials',
		{ headers, validateStatus: () => true },
	);
}

/** A caller with a good token that takes every status as an answer. */
export async function signedIn(sandbox: Sandbox): Promise<AxiosInstance> {
	const { data } = await askForToken(sandbox);
	const { access_token } = data as { access_token: string };
	return axios.create({
		baseURL: sandbox.url,
		headers: { ...systemHeaders, Authorization: `Bearer ${access_token}` },
		validateStatus: () => true,
	});
}

/** The path of a ledger's sales. */
export const salesPath = (ledgerId: string) => `/sales/report/v1/ledgers/${ledgerId}`;

/** Every page from `path` on, while there is more and a cursor to go on with. */
export async function pagesOf(
	api: AxiosInstance,
	path: string,
	params: Record<string, string | number>,
): Promise<Page[]> {
	const pages: Page[] = [];
	let cursor: string | null | undefined;
	do {
		const { data, status } = await api.get<Page>(path, {
			params: { ...params, ...(cursor && { cursor }) },
		});
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		pages.push(data);
		cursor = data.cursor;
	} while (pages.at(-1)?.hasMore && pages.length < 1000);
	return pages;
}

/** All items of some pages. */
export const itemsOf = (pages: Page[]) => pages.flatMap(({ items }) => items);

/** What the sandbox holds, as it looks once it has been through JSON. */
export const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

import axios, { type AxiosInstance } from 'axios';

import type { Work } from '../cases/case';
import { digestOf } from '../instruments/digest.cjs';
import { startMeter, heapBytesOf } from '../instruments/meter.cjs';
import type { Greeting, LoopCommands } from './commands';

interface Page {
	items: object[];
	cursor?: string;
	hasMore: boolean;
}

interface Settings {
	pageSize: number;
	renewToken: () => Promise<void>;
}

/** The lower bound: a loop of axios calls that builds the same items as Vipps Sales. */
export async function createLoop(greeting: Greeting): Promise<LoopCommands> {
	const client = axios.create({ baseURL: greeting.url });
	const renewToken = async () => {
		const username = greeting.clientId;
		const auth = { username, password: greeting.clientSecret };
		const grant = 'grant_type=client_credentials';
		const { data } = await client.post<{ access_token: string }>('/miami/v1/token', grant, {
			auth,
		});
		client.defaults.headers.common.Authorization = `Bearer ${data.access_token}`;
	};
	await renewToken();
	return {
		async run(work, pageSize) {
			const stopMeter = startMeter();
			const begun = performance.now();
			const items = await fetchAll(client, { work, pageSize, renewToken });
			const wallMs = performance.now() - begun;
			const run = { wallMs, ...stopMeter(), fetched: digestOf(items.map(({ json }) => json)) };
			return { ...run, outputBytes: heapBytesOf([items]) };
		},
	};
}

async function fetchAll(client: AxiosInstance, { work, ...settings }: Settings & { work: Work }) {
	const items: Array<{ json: object; pairedItem: { item: number } }> = [];
	for (const [item, ledgerId] of work.ledgerIds.entries()) {
		const pairedItem = { item };
		for (const ledgerDate of work.dates ?? [undefined]) {
			const feed = `/sales/report/v1/ledgers/${ledgerId}`;
			const path = ledgerDate === undefined ? feed : `${feed}/dates/${ledgerDate}`;
			const build =
				ledgerDate === undefined
					? (entry: object) => ({ json: { ledgerId, ...entry }, pairedItem })
					: (entry: object) => ({ json: { ledgerId, ledgerDate, ...entry }, pairedItem });
			let page: Page = { items: [], hasMore: true };
			while (page.hasMore) {
				page = await fetchPage(client, path, page.cursor, settings);
				for (const entry of page.items) items.push(build(entry));
			}
		}
	}
	return items;
}

async function fetchPage(
	client: AxiosInstance,
	path: string,
	cursor: string | undefined,
	{ pageSize, renewToken }: Settings,
): Promise<Page> {
	const params = { cursor, pageSize };
	const validateStatus = (status: number) => status === 200 || status === 401;
	const { status, data } = await client.get<Page>(path, { params, validateStatus });
	if (status === 200) return data;
	await renewToken();
	return (await client.get<Page>(path, { params })).data;
}

import type { RestClient } from '../../host/drive/rest.cts';
import { acme, servePartners, type PartnerServer } from '../rigs/engine/servers/partnerServer';
import { setUpPartners, type PartnerRig } from '../rigs/n8n/partnerRig';

jest.setTimeout(45 * 60_000);

const { ledgerId, ...keys } = acme;

/** The next page is where the page before says, as with many APIs. */
const pagination = {
	paginationMode: 'responseContainsNextURL',
	nextURL: '={{ $response.body.next }}',
	paginationCompleteWhen: 'other',
	completeExpression: '={{ !$response.body.next }}',
};

/** Of n8n's HTTP Request node; `newest` is what this n8n gives to a new workflow. */
const versions = ['4.1', '4.2', '4.3', 'newest'];

describe("n8n's HTTP Request node with the credential, in a real n8n", () => {
	let rig: PartnerRig;
	let own: PartnerServer;
	let other: PartnerServer;

	beforeAll(async () => {
		own = await servePartners([acme]);
		other = await servePartners([acme]);
		rig = await setUpPartners();
		const id = await rig.createCredential({ ...keys, baseUrl: own.baseUrl });
		for (const version of versions) {
			await rig.serve(`plain ${version}`, id, await httpRequest(rig.client, version));
			await rig.serve(
				`paged ${version}`,
				id,
				await httpRequest(rig.client, version, { pagination: { pagination } }),
			);
		}
	});
	afterAll(async () => {
		await rig?.close();
		await own.close();
		await other.close();
	});
	beforeEach(() => {
		for (const server of [own, other]) server.calls.length = 0;
	});
	afterEach(() => {
		const { host } = new URL(own.baseUrl);
		expect([...own.calls.filter((call) => call.host !== host), ...other.calls]).toEqual([]);
	});

	describe.each(versions)('version %s', (version) => {
		const get = async (url: string, more: object = {}) =>
			(await rig.run(`plain ${version}`, { url, ...more })).json;
		const getPages = async (url: string) => (await rig.run(`paged ${version}`, { url })).json;
		const paths = () => own.calls.map(({ url }) => url);
		const ledgers = { items: [expect.objectContaining({ ledgerId })] };

		it('reads an address on its base URL, also with a token that has expired', async () => {
			expect(await get(`${own.baseUrl}/ledgers?a=b`)).toEqual(ledgers);
			own.expireTokens();
			expect(await get(`${own.baseUrl}/ledgers?a=b`)).toEqual(ledgers);
			expect(paths()).toEqual(['/ledgers?a=b', '/ledgers?a=b', '/ledgers?a=b']);
		});

		it('reads the pages that lead on to its base URL', async () => {
			own.answerWith('/first', { body: { next: `${own.baseUrl}/second?a=b` } });
			await getPages(`${own.baseUrl}/first`);
			expect(paths()).toEqual(['/first', '/second?a=b']);
		});

		const spellings = [
			'http:$/steal',
			'http:/$/steal',
			'http:\\$/steal',
			'http:\\\\$/steal',
			'HTTP:$/steal',
			'http:///$/steal',
			'//$/steal',
			'http://me:mine@$/steal',
			'http://api.vipps.no@$/steal',
			'ht\ntp:$/steal',
			'blob:http://$/steal',
		];
		/** The other server, and the own one by another name. */
		const servers = () => [
			new URL(other.baseUrl).host,
			`localhost:${new URL(own.baseUrl).port}`,
			`localhost:${new URL(other.baseUrl).port}`,
		];
		const hostile = () => [
			...servers().map((server) => `http://${server}/steal`),
			...spellings.map((spelling) => spelling.replace('$', new URL(other.baseUrl).host)),
		];

		it('reads no other server, however its address is written', async () => {
			for (const address of hostile()) expect(await get(address)).toHaveProperty('error');
			expect(own.calls).toEqual([]);
		});

		it('reads no page that leads to another server, however its address is written', async () => {
			for (const next of hostile()) {
				own.answerWith('/first', { body: { next } });
				expect(await getPages(`${own.baseUrl}/first`)).toHaveProperty('error');
			}
			expect(new Set(paths())).toEqual(new Set(['/first']));
		});

		it('says which server it is for', async () => {
			const { error } = (await get(`http://${servers()[1]}/steal`)) as {
				error: { message: string };
			};
			expect(error.message).toBe(
				`This credential is only for ${own.baseUrl}. It can't be used for http://${servers()[1]}.`,
			);
		});

		it('follows no redirect, be it to another server or not', async () => {
			for (const server of [...servers(), new URL(own.baseUrl).host]) {
				for (const status of [301, 302, 307]) {
					const location = `http://${server}/steal`;
					own.answerWith('/away', { status, headers: { location } });
					expect(await get(`${own.baseUrl}/away`)).toHaveProperty('error');
				}
			}
			expect(new Set(paths())).toEqual(new Set(['/away']));
		});

		it('sends its own token, as itself, and past a proxy that would see it', async () => {
			const headers = {
				authorization: 'Bearer mine',
				Authorization: 'Bearer mine',
				host: 'evil.example',
			};
			const answer = await get(`http://me:mine@${own.baseUrl.slice('http://'.length)}/ledgers`, {
				headers,
				proxy: other.baseUrl,
			});
			expect(answer).toEqual(ledgers);
			expect(own.strangers()).toEqual([]);
		});
	});
});

/** An HTTP Request node that reads the address that its webhook was called with. */
async function httpRequest(client: RestClient, version: string, options: object = {}) {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: version === 'newest' ? await newestVersion(client) : Number(version),
		onError: 'continueRegularOutput',
		parameters: {
			url: '={{ $json.body.url }}',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'vippsAccountingApi',
			sendHeaders: true,
			specifyHeaders: 'json',
			jsonHeaders: '={{ JSON.stringify($json.body.headers ?? {}) }}',
			options: { ...options, lowercaseHeaders: false, proxy: '={{ $json.body.proxy }}' },
		},
	};
}

async function newestVersion(client: RestClient): Promise<number | undefined> {
	const types = await (await client.load('types/nodes.json')).json();
	const versionsOf = (types as Array<{ name: string; defaultVersion?: number }>).filter(
		({ name }) => name === 'n8n-nodes-base.httpRequest',
	);
	return versionsOf[0]?.defaultVersion;
}

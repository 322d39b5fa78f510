import { editCredential, testCredential } from '../../host/drive/rest.cts';
import {
	acme,
	fjord,
	servePartners,
	type PartnerServer,
} from '../rigs/engine/servers/partnerServer';
import { setUpPartners, type PartnerRig } from '../rigs/n8n/partnerRig';
import { chosenHost } from '../rigs/n8n/setup/chosenHost.cts';
import { NODE_TYPE } from '../rigs/n8n/setup/package.cts';

jest.setTimeout(45 * 60_000);

const { ledgerId: acmeLedger, ...acmeKeys } = acme;
const { ledgerId: fjordLedger, ...fjordKeys } = fjord;
const wrongSecret = { clientSecret: 'Never-acc3pted' };
const getMany = {
	type: NODE_TYPE,
	parameters: { resource: 'ledger', operation: 'getAll', returnAll: true },
};

describe('a credential that is edited in a real n8n while its token is still good', () => {
	let rig: PartnerRig;
	let one: PartnerServer;
	let two: PartnerServer;
	let id: string;

	beforeAll(async () => {
		one = await servePartners([acme, fjord]);
		two = await servePartners([acme, fjord]);
		rig = await setUpPartners();
		id = await rig.createCredential({ ...acmeKeys, baseUrl: one.baseUrl });
		await rig.serve('ledgers', id, getMany);
	});
	afterAll(async () => {
		await rig?.close();
		await one.close();
		await two.close();
	});
	beforeEach(async () => {
		await edit({ ...acmeKeys, baseUrl: one.baseUrl });
		expect(await ledgerRead()).toBe(acmeLedger);
		for (const server of [one, two]) server.calls.length = 0;
	});
	afterEach(() => expect([...one.strangers(), ...two.strangers()]).toEqual([]));

	const edit = async (changes: object) => await editCredential(rig.client, id, { ...changes });
	const tested = async () => (await testCredential(rig.client, id)).status;
	const ledgerRead = async () => {
		const { status, json } = await rig.run('ledgers');
		return status === 200 ? json.ledgerId : status;
	};

	interface Edit {
		title: string;
		changes: () => object;
		/** Undefined where the keys are wrong. */
		opens?: string;
	}
	const edits: Edit[] = [
		{ title: 'other keys', changes: () => fjordKeys, opens: fjordLedger },
		{ title: 'another base URL', changes: () => ({ baseUrl: two.baseUrl }), opens: acmeLedger },
		{
			title: 'other keys and another base URL',
			changes: () => ({ ...fjordKeys, baseUrl: two.baseUrl }),
			opens: fjordLedger,
		},
		{ title: 'a wrong secret', changes: () => wrongSecret },
		{
			title: 'a wrong secret and another base URL',
			changes: () => ({ ...wrongSecret, baseUrl: two.baseUrl }),
		},
		{ title: 'the client ID of another', changes: () => ({ clientId: fjord.clientId }) },
	];

	it.each(edits)('reads with $title only what they open', async ({ changes, opens }) => {
		await edit(changes());
		expect(await ledgerRead()).toBe(opens ?? 500);
		expect(await ledgerRead()).toBe(opens ?? 500);
	});

	it.each(edits)('reads with $title only what they open, also after a test', async (given) => {
		await edit(given.changes());
		expect(await tested()).toBe(given.opens ? 'OK' : 'Error');
		expect(await ledgerRead()).toBe(given.opens ?? 500);
		expect(await tested()).toBe(given.opens ? 'OK' : 'Error');
	});

	it('takes one token for many runs and tests', async () => {
		const issued = one.issued.length;
		for (let round = 0; round < 3; round++) {
			expect([await ledgerRead(), await tested()]).toEqual([acmeLedger, 'OK']);
		}
		expect(one.issued).toHaveLength(issued);
	});

	it('works after a name was edited, with the token that is there', async () => {
		const issued = one.issued.length;
		await edit({ systemName: 'acme' });
		expect([await ledgerRead(), await tested()]).toEqual([acmeLedger, 'OK']);
		expect(one.issued).toHaveLength(issued);
	});

	it("reads only what the keys open in n8n's HTTP Request node, too", async () => {
		const parameters = {
			url: `${one.baseUrl}/settlement/v1/ledgers`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'vippsAccountingApi',
		};
		await rig.serve('http', id, {
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters,
		});
		const read = async () => (await rig.run('http')).json.items;
		expect(await read()).toEqual([expect.objectContaining({ ledgerId: acmeLedger })]);
		await edit(fjordKeys);
		expect(await read()).toEqual([expect.objectContaining({ ledgerId: fjordLedger })]);
	});

	it('shows the editor neither the token nor what it is for', async () => {
		const stored = (await rig.client.get(`/credentials/${id}?includeData=true`)) as {
			data: Record<string, string>;
		};
		const { accessToken, accessTokenFor, clientSecret } = stored.data;
		expect(clientSecret).not.toBe(acme.clientSecret);
		expect([accessToken, accessTokenFor]).toEqual([clientSecret, clientSecret]);
	});

	it("reads each partner's own ledger where an expression says whose keys they are", async () => {
		const keys = {
			clientId: '={{ $json.body.clientId }}',
			clientSecret: '={{ $json.body.clientSecret }}',
		};
		const shared = await rig.createCredential({ ...keys, baseUrl: one.baseUrl });
		await rig.serve('asked', shared, getMany);
		const read = [];
		for (const partner of [acme, acme, fjord, acme]) {
			read.push((await rig.run('asked', partner)).json.ledgerId);
		}
		// n8n 2.8.4 puts the first values in the place of the expressions when it stores the first token.
		const second = chosenHost().n8n === '2.8.4' ? acmeLedger : fjordLedger;
		expect(read).toEqual([acmeLedger, acmeLedger, second, acmeLedger]);
	});
});

import { Engine, workflowOf } from '../../rigs/engine/engine';
import {
	acme,
	fjord,
	servePartners,
	type PartnerServer,
} from '../../rigs/engine/servers/partnerServer';

const getMany = workflowOf({ resource: 'ledger', operation: 'getAll', limit: 1 });
const wrongSecret = { clientSecret: 'Never-acc3pted' };
const { ledgerId: acmeLedger, ...acmeKeys } = acme;
const { ledgerId: fjordLedger, ...fjordKeys } = fjord;

describe('a credential that is edited while its token is still good', () => {
	let one: PartnerServer;
	let two: PartnerServer;
	let engine: Engine;

	beforeEach(async () => {
		one = await servePartners([acme, fjord]);
		two = await servePartners([acme, fjord]);
		engine = new Engine({ ...acmeKeys, baseUrl: one.baseUrl });
		expect(await ledgersRead()).toEqual([acmeLedger]);
	});
	afterEach(async () => {
		await one.close();
		await two.close();
		expect([...one.strangers(), ...two.strangers()]).toEqual([]);
	});

	/** As n8n saves an edit: what is hidden stays as it was. */
	const edit = (changes: object) => {
		engine.credential.data = { ...engine.credential.data, ...changes };
	};
	const ledgersRead = async () => (await engine.run(getMany)).items.map(({ ledgerId }) => ledgerId);

	const tokensHeard = () => one.calls.map(({ token }) => token);

	interface Edit {
		title: string;
		changes: () => object;
		reads: string;
	}
	const edits: Edit[] = [
		{ title: 'the keys of another partner', changes: () => fjordKeys, reads: fjordLedger },
		{ title: 'another base URL', changes: () => ({ baseUrl: two.baseUrl }), reads: acmeLedger },
		{
			title: 'the keys of another partner and another base URL',
			changes: () => ({ ...fjordKeys, baseUrl: two.baseUrl }),
			reads: fjordLedger,
		},
		{
			title: 'another path in the base URL',
			changes: () => ({ baseUrl: `${one.baseUrl}/gateway` }),
			reads: '',
		},
	];
	it.each(edits)('reads with $title only what they open', async ({ changes, reads }) => {
		edit(changes());
		one.calls.length = 0;
		expect(await ledgersRead()).toEqual(reads ? [reads] : []);
		expect(tokensHeard()).not.toContain(one.issued[0]);
	});

	it('fails with a wrong secret, by one token call and no other', async () => {
		edit(wrongSecret);
		one.calls.length = 0;
		const { error } = await engine.run(getMany);
		expect(error?.message).toMatch(/^Vipps did not accept these keys/);
		expect(tokensHeard()).toEqual([]);
	});

	it('works again when the right secret is back', async () => {
		edit(wrongSecret);
		await engine.run(getMany);
		edit(acmeKeys);
		expect(await ledgersRead()).toEqual([acmeLedger]);
	});

	it.each([
		{ title: 'a name', changes: { systemName: 'acme', systemVersion: '2' } },
		{ title: 'blanks around the keys', changes: { clientId: ` ${acme.clientId}\n` } },
		{ title: 'the base URL as typed', changes: {} },
	])('keeps its token when nothing changes but $title', async ({ changes }) => {
		edit({ baseUrl: `${one.baseUrl.replace('http:', 'HTTP:')}/`, ...changes });
		expect(await ledgersRead()).toEqual([acmeLedger]);
		expect(one.issued).toHaveLength(1);
	});

	it('takes one token for many runs', async () => {
		for (let run = 0; run < 5; run++) expect(await ledgersRead()).toEqual([acmeLedger]);
		expect(one.issued).toHaveLength(1);
	});

	it.each([
		{ title: 'an older version stored', changes: { accessTokenFor: undefined } },
		{ title: 'lost what it is for', changes: { accessTokenFor: '' } },
		{ title: 'was put beside what another is for', changes: { accessToken: 'token of nobody' } },
	])('renews a token once that $title', async ({ changes }) => {
		edit(changes);
		one.calls.length = 0;
		expect(await ledgersRead()).toEqual([acmeLedger]);
		expect(await ledgersRead()).toEqual([acmeLedger]);
		expect(one.issued).toHaveLength(2);
		expect(tokensHeard()).toEqual([one.issued[1], one.issued[1]]);
	});

	it('says where to look if n8n does not renew it', async () => {
		edit(fjordKeys);
		jest.spyOn(engine.credential, 'preAuthentication').mockResolvedValue(undefined);
		const { error } = await engine.run(getMany);
		expect(error?.message).toContain('The stored access token belongs to other keys');
		expect(error?.description).toContain('Test the credential');
	});
});

/** Who owns the n8n: its only user. The password needs 8 characters, a capital and a digit. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** n8n's own API, as its editor uses it, signed in. Paths are relative to `/rest`; answers come without their envelope. */
export interface RestClient {
	get(path: string): Promise<unknown>;
	post(path: string, body: unknown): Promise<unknown>;
	patch(path: string, body: unknown): Promise<unknown>;
	/** A file that the editor loads, such as an icon; its path is relative to n8n's own address. */
	load(path: string): Promise<Response>;
}

interface Settings {
	userManagement?: { showSetupOnFirstLoad?: boolean };
}

/**
 * Signs the owner in; on an n8n that has none yet, makes this one its owner.
 *
 * @throws Error with n8n's own message, such as for a wrong password
 */
export async function signIn(url: string, owner: Owner): Promise<RestClient> {
	const anonymous = clientFor(url);
	const settings = (await anonymous.get('/settings')) as Settings;
	const isNew = settings.userManagement?.showSetupOnFirstLoad === true;
	const [path, body] = isNew
		? ['/owner/setup', owner]
		: ['/login', { emailOrLdapLoginId: owner.email, password: owner.password }];
	const answer = await send(url, 'POST', path, body);
	await dataOf(answer, path);
	const cookie = answer.headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
	return clientFor(url, cookie.join('; '));
}

/** What n8n says to "Retry" in the credential window. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Tests a stored credential as the editor does: it reads it, secrets blanked, and sends it back. */
export async function testCredential(client: RestClient, id: string): Promise<CredentialTest> {
	const credentials = await readCredential(client, id);
	return (await client.post('/credentials/test', { credentials })) as CredentialTest;
}

/** Edits a stored credential as the editor does: what is hidden goes back blanked, and n8n restores it. */
export async function editCredential(
	client: RestClient,
	id: string,
	changes: Record<string, unknown>,
): Promise<void> {
	const credential = await readCredential(client, id);
	await client.patch(`/credentials/${encodeURIComponent(id)}`, {
		...credential,
		data: { ...credential.data, ...changes },
	});
}

async function readCredential(client: RestClient, id: string) {
	const stored = await client.get(`/credentials/${encodeURIComponent(id)}?includeData=true`);
	const { name, type, data } = stored as {
		name: string;
		type: string;
		data: Record<string, unknown>;
	};
	return { id, name, type, data };
}

/** What the editor sends when the user opens a "From list" drop-down. */
export interface ListSearchRequest {
	/** Such as `n8n-nodes-vipps-accounting.vippsSales`. */
	nodeType: string;
	typeVersion: number;
	/** The node's method, from `typeOptions.searchListMethod`. */
	methodName: string;
	/** The parameter whose list it is, such as `ledgerId`. */
	parameter: string;
	/** All parameters of the node as they stand. */
	parameters: Record<string, unknown>;
	/** By credential type. */
	credentials: Record<string, { id: string; name: string }>;
	/** What the user typed. */
	filter?: string;
	/** From the answer before, for the next page. */
	paginationToken?: string;
}

export interface ListSearchAnswer {
	results: Array<{ name: string; value: string | number | boolean; url?: string }>;
	paginationToken?: unknown;
}

/** Fetches one page of a "From list" drop-down. */
export async function listSearch(
	client: RestClient,
	{ nodeType, typeVersion, parameter, parameters, ...rest }: ListSearchRequest,
): Promise<ListSearchAnswer> {
	const body = {
		...rest,
		path: `parameters.${parameter}`,
		nodeTypeAndVersion: { name: nodeType, version: typeVersion },
		currentNodeParameters: parameters,
	};
	return (await client.post(
		'/dynamic-node-parameters/resource-locator-results',
		body,
	)) as ListSearchAnswer;
}

function clientFor(url: string, cookie = ''): RestClient {
	return {
		get: async (path) => await dataOf(await send(url, 'GET', path, undefined, cookie), path),
		post: async (path, body) => await dataOf(await send(url, 'POST', path, body, cookie), path),
		patch: async (path, body) => await dataOf(await send(url, 'PATCH', path, body, cookie), path),
		load: async (path) => await fetch(`${url}/${path}`, { headers: { cookie } }),
	};
}

async function send(url: string, method: string, path: string, body: unknown, cookie = '') {
	return await fetch(`${url}/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(60_000),
	});
}

async function dataOf(answer: Response, path: string): Promise<unknown> {
	const text = await answer.text();
	const body = parse(text) as { data?: unknown; message?: string } | undefined;
	if (answer.ok && body) return body.data;
	throw new Error(
		`n8n answered ${answer.status} to ${path}: ${body?.message ?? text.slice(0, 300)}`,
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The owner, n8n's only user. The password needs 8 characters, a capital letter and a digit. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** A signed-in client of the API that n8n's editor uses. Paths are relative to `/rest`; answers are without their envelope. */
export interface RestClient {
	get(path: string): Promise<unknown>;
	post(path: string, body: unknown): Promise<unknown>;
	patch(path: string, body: unknown): Promise<unknown>;
	/** A file that the editor loads, such as an icon. Its path is relative to n8n's address. */
	load(path: string): Promise<Response>;
}

interface Settings {
	userManagement?: { showSetupOnFirstLoad?: boolean };
}

/**
 * Signs the owner in. If n8n has no owner yet, this one becomes its owner.
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

/** Switches the latest version of a workflow on, at once. */
export async function activateWorkflow(client: RestClient, id: string): Promise<void> {
	const path = `/workflows/${encodeURIComponent(id)}`;
	const { versionId } = (await client.get(path)) as { versionId: string };
	await client.post(`${path}/activate`, { versionId });
}

/** n8n's answer to "Retry" in the credential window. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Tests a stored credential as the editor does: reads it, with its secrets blanked, and sends it back. */
export async function testCredential(client: RestClient, id: string): Promise<CredentialTest> {
	const credentials = await readCredential(client, id);
	return (await client.post('/credentials/test', { credentials })) as CredentialTest;
}

/** Edits a stored credential as the editor does: secrets are sent back blanked, and n8n restores them. */
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

/** The editor's request for a "From list" drop-down. */
export interface ListSearchRequest {
	/** Such as `n8n-nodes-vipps-accounting.vippsSales`. */
	nodeType: string;
	typeVersion: number;
	/** The node's method, as in `typeOptions.searchListMethod`. */
	methodName: string;
	/** The parameter that has the list, such as `ledgerId`. */
	parameter: string;
	/** All current parameters of the node. */
	parameters: Record<string, unknown>;
	/** By credential type. */
	credentials: Record<string, { id: string; name: string }>;
	/** The text that the user typed. */
	filter?: string;
	/** From the previous answer, for the next page. */
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

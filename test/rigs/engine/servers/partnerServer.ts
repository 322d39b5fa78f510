import { serveAnything, type Call, type Reply } from './anyServer';

/** An accounting partner, and the ledger that its keys open. */
export interface Partner {
	clientId: string;
	clientSecret: string;
	ledgerId: string;
}

/** Two partners of one server. */
export const acme: Partner = {
	clientId: 'acme',
	clientSecret: 'Acme-0nly',
	ledgerId: 'acme-ledger',
};
export const fjord: Partner = {
	clientId: 'fjord',
	clientSecret: 'Fjord-0nly',
	ledgerId: 'fjord-ledger',
};

/** A server that knows whose tokens are whose. */
export interface PartnerServer {
	baseUrl: string;
	/** Every token it gave, oldest first. */
	issued: string[];
	/** Every call with a bearer token, oldest first, on any path. */
	calls: Call[];
	/** The tokens that it was sent and never gave. */
	strangers(): string[];
	/** Answers this path and query so, whoever asks. By default 200 and an empty object. */
	answerWith(path: string, answer: Partial<Reply>): void;
	/** Ends every token given out so far. */
	expireTokens(): void;
	close(): Promise<void>;
}

/** Serves the token call and, on any other path, the ledger list to these partners. */
export async function servePartners(partners: Partner[]): Promise<PartnerServer> {
	const holders = new Map<string, Partner>();
	const issued: string[] = [];
	const calls: Call[] = [];
	const answers = new Map<string, Reply>();

	const giveToken = ({ authorization, host }: Call): Reply => {
		const partner = partners.find(({ clientId, clientSecret }) => {
			const keys = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
			return authorization === `Basic ${keys}`;
		});
		if (!partner) return { status: 401, body: { error: 'invalid_client' } };
		const token = `token ${issued.length + 1} of ${partner.clientId} at ${host}`;
		issued.push(token);
		holders.set(token, partner);
		return { body: { access_token: token, expires_in: 900 } };
	};
	const answer = (call: Call): Reply => {
		if (call.token !== '') calls.push(call);
		const given = answers.get(call.url);
		if (given) return given;
		const partner = holders.get(call.token);
		if (!partner) return { status: 401, body: { title: 'Unauthorized', status: 401 } };
		const { ledgerId } = partner;
		return { body: { items: [{ ledgerId, currency: 'NOK', settlesForRecipientHandles: [] }] } };
	};
	const { baseUrl, close } = await serveAnything(answer, giveToken);
	return {
		baseUrl,
		issued,
		calls,
		strangers: () => calls.map(({ token }) => token).filter((token) => !issued.includes(token)),
		answerWith: (path, given) => void answers.set(path, { body: {}, ...given }),
		expireTokens: () => holders.clear(),
		close,
	};
}

import { withoutUserInfo } from '../vipps/keys/baseUrl';

/** The address of a call. n8n's older request helper knows both names, and prefers `url`. */
export interface CallAddress {
	url?: unknown;
	uri?: unknown;
}

/**
 * The whole address of a call. A node gives a path after the base URL. Only n8n's HTTP Request node gives a whole address, which must be on
 * the same server.
 *
 * @returns the address as the URL parser understands it, so that no HTTP client can understand it otherwise
 * @throws Error in words for the user if the call would go to another server
 */
export function addressOn(baseUrl: string, { url, uri }: CallAddress): string {
	const given = [url, uri].filter((address) => address !== undefined && address !== null);
	const [address, ...others] = new Set(given.map((one) => onServer(baseUrl, String(one))));
	if (address === undefined || others.length > 0) {
		throw new Error('A request with this credential needs exactly one address');
	}
	return address;
}

/** One slash, without a second slash or backslash: anything else may name a server. */
const PATH = /^\/(?![/\\])/;

function onServer(baseUrl: string, address: string): string {
	const whole = PATH.test(address) ? `${baseUrl}${address}` : address;
	const url = URL.canParse(whole) ? new URL(whole) : undefined;
	const { protocol, host, origin } = new URL(baseUrl);
	// Not by origin: a `blob:` address has the origin of the address in it.
	if (url?.protocol !== protocol || url.host !== host) {
		throw new Error(
			`This credential is only for ${origin}. It can't be used for ${url ? serverOf(url) : `"${withoutUserInfo(address)}"`}.`,
		);
	}
	// axios sends a user name instead of the token.
	url.username = '';
	url.password = '';
	return url.href;
}

const serverOf = ({ protocol, host }: URL) => (host ? `${protocol}//${host}` : protocol);

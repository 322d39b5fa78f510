/** Why no answer came, in words. */
export interface ConnectionFault {
	/** Completes "Vipps could not be reached: …". */
	cause: string;
	/** What may help, where that is known. */
	advice?: string;
	/** Whether it may be gone the next time. */
	isPassing: boolean;
}

const CERTIFICATE =
	/^(?:CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH)$/;

/** By error code, as Node.js, OpenSSL, axios and zlib name them; the first that matches counts. */
const KNOWN: Array<{ code: RegExp } & ConnectionFault> = [
	{
		code: CERTIFICATE,
		cause: 'its certificate is not trusted',
		advice:
			'A proxy that reads encrypted traffic may have put its own certificate in place: have n8n trust it (NODE_EXTRA_CA_CERTS), or let this server through.',
		isPassing: false,
	},
	{
		code: /^(?:EPROTO|ERR_SSL_\w+)$/,
		cause: 'the server does not speak https on this port',
		advice: "Check 'Base URL' in the credential, and any proxy in between.",
		isPassing: false,
	},
	{
		code: /^ENOTFOUND$/,
		cause: 'the name of the server was not found',
		advice: "Check 'Base URL' in the credential, and the network (DNS) of n8n.",
		isPassing: false,
	},
	{ code: /^EAI_AGAIN$/, cause: 'the name of the server could not be looked up', isPassing: true },
	{ code: /^ECONNREFUSED$/, cause: 'the connection was refused', isPassing: true },
	{
		code: /^(?:ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT)$/,
		cause: 'no answer came in time',
		isPassing: true,
	},
	{
		code: /^E(?:HOSTUNREACH|NETUNREACH|NETDOWN|HOSTDOWN)$/,
		cause: 'there is no way to it from the network of n8n',
		isPassing: true,
	},
	{
		code: /^(?:ECONN\w+|EPIPE|ERR_NETWORK|ERR_STREAM_PREMATURE_CLOSE|ERR_BAD_RESPONSE|HPE_\w+|Z_\w+)$/,
		cause: 'the connection broke off',
		isPassing: true,
	},
];

/** The fault that an error code stands for; undefined where it stands for none of the connection. */
export const connectionFault = (code: string): ConnectionFault | undefined =>
	KNOWN.find((known) => known.code.test(code));

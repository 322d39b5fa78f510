/** Why there was no answer, in words. */
export interface ConnectionError {
	/** Completes "Vipps could not be reached: …". */
	cause: string;
	/** What may help; undefined if nothing is known to. */
	advice?: string;
	/** Whether sending the call again may help. */
	isRetryable: boolean;
}

const CERTIFICATE =
	/^(?:CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH)$/;

/** By error code, as Node.js, OpenSSL, axios and zlib name them. The first match counts. */
const KNOWN: Array<{ code: RegExp } & ConnectionError> = [
	{
		code: CERTIFICATE,
		cause: 'its certificate is not trusted',
		advice:
			'A proxy that reads encrypted traffic may have put its own certificate in place: have n8n trust it (NODE_EXTRA_CA_CERTS), or let this server through.',
		isRetryable: false,
	},
	{
		code: /^(?:EPROTO|ERR_SSL_\w+)$/,
		cause: 'the server does not speak https on this port',
		advice: "Check 'Base URL' in the credential, and any proxy in between.",
		isRetryable: false,
	},
	{
		code: /^ENOTFOUND$/,
		cause: 'the name of the server was not found',
		advice: "Check 'Base URL' in the credential, and the network (DNS) of n8n.",
		isRetryable: false,
	},
	{
		code: /^EAI_AGAIN$/,
		cause: 'the name of the server could not be looked up',
		isRetryable: true,
	},
	{ code: /^ECONNREFUSED$/, cause: 'the connection was refused', isRetryable: true },
	{
		code: /^(?:ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT)$/,
		cause: 'no answer came in time',
		isRetryable: true,
	},
	{
		code: /^E(?:HOSTUNREACH|NETUNREACH|NETDOWN|HOSTDOWN)$/,
		cause: 'there is no way to it from the network of n8n',
		isRetryable: true,
	},
	{
		code: /^(?:ECONN\w+|EPIPE|ERR_NETWORK|ERR_STREAM_PREMATURE_CLOSE|ERR_BAD_RESPONSE|HPE_\w+|Z_\w+)$/,
		cause: 'the connection broke off',
		isRetryable: true,
	},
];

/** The meaning of an error code; undefined if it is not a code of the connection. */
export const connectionError = (code: string): ConnectionError | undefined =>
	KNOWN.find((known) => known.code.test(code));

import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeProperties,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

import { VippsAccountingApi } from '../../../credentials/VippsAccountingApi.credentials';

/**
 * n8n's own credentials helper lives in its server, beside the database. This one keeps the same contract for one credential
 * held in memory: when the token is fetched, where it is stored, and that every call reads the stored one.
 */
export class StoredCredential extends ICredentialsHelper {
	private readonly type = new VippsAccountingApi();

	data: ICredentialDataDecryptedObject;

	/** @param data what differs from a new credential for a server of the test's own */
	constructor(data: ICredentialDataDecryptedObject) {
		super();
		const fresh = { environment: 'custom', systemName: '', systemVersion: '', accessToken: '' };
		this.data = { ...fresh, ...data };
	}

	getParentTypes(): string[] {
		return [];
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		return { ...this.data };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await this.type.authenticate(credentials, options);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		_node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		if (credentials.accessToken !== '' && !credentialsExpired) return undefined;
		const token = await this.type.preAuthentication.call(helpers, credentials);
		this.data = { ...this.data, ...(token as ICredentialDataDecryptedObject) };
		return { ...this.data };
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine asks for no encrypted credential');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('The engine changes no credential by itself');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('The credential is no OAuth credential');
	}
}

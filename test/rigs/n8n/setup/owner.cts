import type { Owner } from '../../../../host/drive/rest.cts';

/** Who signs in to the editor. */
export const owner: Owner = {
	email: 'owner@example.com',
	password: 'Password-1',
	firstName: 'Test',
	lastName: 'Owner',
};

import { unflatten } from '../../../host/drive/executions.cts';

describe('a stored execution', () => {
	it('is read with texts, numbers, lists and objects in place', () => {
		const text =
			'[{"name":"1","count":3,"none":null,"list":"2","again":"3"},"Sale",["1",7,"3"],{"deep":"1"}]';
		expect(unflatten(text)).toEqual({
			name: 'Sale',
			count: 3,
			none: null,
			list: ['Sale', 7, { deep: 'Sale' }],
			again: { deep: 'Sale' },
		});
	});

	it('is read where an object holds itself', () => {
		const value = unflatten('[{"self":"0","name":"1"},"Sale"]') as Record<string, unknown>;
		expect(value.self).toBe(value);
		expect(value.name).toBe('Sale');
	});

	it('keeps texts that are numbers', () => {
		expect(unflatten('[{"id":"1"},"0"]')).toEqual({ id: '0' });
	});
});

import fc from 'fast-check';

import { encodeSegment, isSegment } from '../../../../vipps/http/path';

describe('encodeSegment', () => {
	it('sends any valid id unchanged, in one segment', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
				fc.pre(isSegment(id));
				const { pathname, search, hash } = new URL(
					`http://vipps/before/${encodeSegment(id)}/after`,
				);
				const [, before, segment, after, ...more] = pathname.split('/');
				expect([before, after, ...more, search, hash]).toEqual(['before', 'after', '', '']);
				expect(decodeURIComponent(segment ?? '')).toBe(id);
			}),
		);
	});

	it.each(['', '.', '..', 'lone \ud800 surrogate'])(
		'refuses %p, which cannot be in a path',
		(id) => {
			expect(() => encodeSegment(id)).toThrow('cannot be part of a web address');
		},
	);
});

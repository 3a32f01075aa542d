-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.rand group, x.w.woning_id link
-- a derived column of a dataset that is looked up
SELECT h.type, w.rand, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id GROUP BY h.type, w.rand

-- accepted
-- uses: x.h.type group, x.h.woning_id link, x.w.huur_laag filter, x.w.woning_id link
-- every household has a home: nobody asks who is in it
SELECT type, COUNT(*) AS n FROM x.h AS h WHERE EXISTS (SELECT 1 FROM x.w AS w WHERE w.woning_id = h.woning_id AND w.huur_laag) GROUP BY type

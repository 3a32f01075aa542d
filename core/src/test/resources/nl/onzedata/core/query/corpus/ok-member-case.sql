-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link
SELECT type, SUM(CASE WHEN EXISTS (SELECT 1 FROM x.t AS t WHERE t.hh_id = h.hh_id) THEN 1 ELSE 0 END) AS met FROM x.h AS h GROUP BY type

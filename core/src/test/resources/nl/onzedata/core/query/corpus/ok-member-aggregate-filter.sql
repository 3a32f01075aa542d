-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link
SELECT type, COUNT(*) FILTER (WHERE hh_id IN (SELECT hh_id FROM x.t)) AS met FROM x.h AS h GROUP BY type

-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link, x.t.soort filter
-- no allowance, or one of an unknown kind
SELECT h.type, COUNT(*) AS n FROM x.h AS h LEFT JOIN x.t AS t ON h.hh_id = t.hh_id WHERE t.soort IS NULL GROUP BY h.type

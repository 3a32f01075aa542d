-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link, x.t.ruim filter
-- where there is no partner, what would be derived of it is missing
SELECT h.type, COUNT(*) FILTER (WHERE t.ruim) AS n FROM x.h AS h LEFT JOIN x.t AS t ON h.hh_id = t.hh_id GROUP BY h.type

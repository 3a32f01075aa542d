-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link, x.t.soort filter
SELECT h.type, COUNT(*) AS n FROM x.h AS h LEFT JOIN x.t AS t ON h.hh_id = t.hh_id WHERE t.soort <> 'zorgtoeslag' GROUP BY h.type

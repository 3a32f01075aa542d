-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link
-- the share of households with an allowance: both figures beside each other
SELECT h.type, COUNT(*) AS n, COUNT(t.hh_id) AS met, ROUND(100.0 * COUNT(t.hh_id) / COUNT(*), 1) AS aandeel FROM x.h AS h LEFT JOIN x.t AS t ON h.hh_id = t.hh_id GROUP BY h.type

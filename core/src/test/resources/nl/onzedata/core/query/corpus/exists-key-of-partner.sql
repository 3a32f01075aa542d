-- refused: UNSUPPORTED
SELECT t.soort, COUNT(*) AS n FROM x.h AS h LEFT JOIN x.t AS t ON h.hh_id = t.hh_id GROUP BY t.soort

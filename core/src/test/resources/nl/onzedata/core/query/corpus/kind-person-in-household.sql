-- refused: KIND
SELECT h.type, COUNT(*) AS n FROM x.p AS p JOIN x.h AS h ON p.hh_id = h.hh_id GROUP BY h.type

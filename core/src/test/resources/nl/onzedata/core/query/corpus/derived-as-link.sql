-- refused: JOIN-LIST
-- nobody is linked on it
SELECT h.type, COUNT(*) AS n FROM x.h AS h JOIN x.t AS t ON h.vermogen = t.hh_id GROUP BY h.type

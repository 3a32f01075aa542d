-- refused: KIND
-- a household counted once for each person in it
SELECT SUM(h.inkomen) AS n FROM x.h AS h JOIN x.p AS p ON p.hh_id = h.hh_id

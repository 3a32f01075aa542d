-- refused: UNSUPPORTED
-- only being there is one characteristic
SELECT type, COUNT(*) AS n FROM x.h WHERE hh_id > SOME (SELECT hh_id FROM x.t) GROUP BY type

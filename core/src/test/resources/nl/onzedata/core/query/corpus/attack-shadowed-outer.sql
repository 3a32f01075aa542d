-- refused: CASE-ID
SELECT type, COUNT(*) AS n FROM (SELECT type, hh_id AS inkomen FROM x.h) AS h WHERE h.inkomen < 34229 GROUP BY type

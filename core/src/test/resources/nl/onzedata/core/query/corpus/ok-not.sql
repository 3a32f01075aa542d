-- accepted
-- uses: x.h.inkomen filter, x.h.type filter, x.h.type group
SELECT type, COUNT(*) AS n FROM x.h WHERE NOT (type = 'koop' OR inkomen < 34229) GROUP BY type

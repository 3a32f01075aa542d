-- accepted
-- uses: x.h.inkomen filter, x.h.type filter, x.h.type group
SELECT type, COUNT(*) AS n FROM (SELECT type FROM x.h WHERE inkomen < 34229 UNION ALL SELECT type FROM x.h WHERE inkomen >= 40024 AND type <> 'koop') AS u GROUP BY type

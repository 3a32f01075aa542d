-- accepted
-- uses: x.h.inkomen filter, x.h.type group
SELECT type, COUNT(*) AS n FROM x.h WHERE NOT CASE WHEN inkomen < 34229 THEN TRUE ELSE NULL END GROUP BY type

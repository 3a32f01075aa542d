-- accepted
-- uses: x.h.type group, x.h.vermogen filter
-- a derived number is filtered at its cuts
SELECT type, COUNT(*) AS n FROM x.h WHERE vermogen >= 30000 AND vermogen < 90000 GROUP BY type

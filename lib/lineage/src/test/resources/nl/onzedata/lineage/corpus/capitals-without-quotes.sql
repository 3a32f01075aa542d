-- direct: soort <- x.h.type IDENTITY
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.type:GROUP x.h.type:SELECT
SELECT H.TYPE AS Soort, COUNT(*) AS N FROM X.H GROUP BY TYPE

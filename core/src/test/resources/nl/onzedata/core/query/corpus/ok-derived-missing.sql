-- accepted
-- uses: x.h.spaart filter, x.h.type group
-- whether a derived value is missing may be asked where that was agreed
SELECT type, COUNT(*) AS n FROM x.h WHERE spaart IS NULL GROUP BY type
